import { Route53 } from "@aws-sdk/client-route-53";
import {
  enumeration,
  list,
  member,
  model,
  operation,
  structure,
  type Json,
} from "../../codegen/support/models.js";
import { renamed, settings, type SdkService } from "./aws-service.js";

const required = { required: {} };
const label = member("String", { httpLabel: {}, required: {} });
const query = (name: string): Json => ({ httpQuery: name });

/** Zones of Route 53: labels, queries, a header, a status, lists with named items, and a namespace. */
const given = model(
  {
    CreateHostedZone: operation("/2013-04-01/hostedzone", {
      code: 201,
      input: "CreateHostedZoneRequest",
      output: "CreateHostedZoneResponse",
      errors: ["HostedZoneAlreadyExists", "ThrottlingException"],
    }),
    GetHostedZone: operation("/2013-04-01/hostedzone/{Id}", {
      method: "GET",
      input: "GetHostedZoneRequest",
      output: "GetHostedZoneResponse",
      errors: ["NoSuchHostedZone"],
    }),
    ListHostedZones: operation("/2013-04-01/hostedzone", {
      method: "GET",
      input: "ListHostedZonesRequest",
      output: "ListHostedZonesResponse",
    }),
    ChangeResourceRecordSets: operation("/2013-04-01/hostedzone/{HostedZoneId}/rrset", {
      input: "ChangeResourceRecordSetsRequest",
      output: "ChangeResourceRecordSetsResponse",
      errors: ["InvalidChangeBatch", "NoSuchHostedZone", "PriorRequestNotComplete"],
    }),
    ListTagsForResource: operation("/2013-04-01/tags/{ResourceType}/{ResourceId}", {
      method: "GET",
      input: "ListTagsForResourceRequest",
      output: "ListTagsForResourceResponse",
    }),
    CreateHostedZoneRequest: structure({
      Name: member("String", required),
      CallerReference: member("String", required),
      VPC: "VPC",
      HostedZoneConfig: "HostedZoneConfig",
    }),
    CreateHostedZoneResponse: structure({
      HostedZone: member("HostedZone", required),
      DelegationSet: "DelegationSet",
      Location: member("String", { httpHeader: "Location", required: {} }),
    }),
    GetHostedZoneRequest: structure({ Id: label }),
    GetHostedZoneResponse: structure({
      HostedZone: member("HostedZone", required),
      DelegationSet: "DelegationSet",
      VPCs: "VPCs",
    }),
    ListHostedZonesRequest: structure({
      Marker: member("String", query("marker")),
      MaxItems: member("Integer", query("maxitems")),
      HostedZoneType: member("HostedZoneType", query("hostedzonetype")),
    }),
    ListHostedZonesResponse: structure({
      HostedZones: member("HostedZones", required),
      IsTruncated: member("Boolean", required),
      NextMarker: "String",
      MaxItems: "Integer",
    }),
    ChangeResourceRecordSetsRequest: structure({
      HostedZoneId: label,
      ChangeBatch: member("ChangeBatch", required),
    }),
    ChangeResourceRecordSetsResponse: structure({ ChangeInfo: member("ChangeInfo", required) }),
    ListTagsForResourceRequest: structure({ ResourceType: label, ResourceId: label }),
    ListTagsForResourceResponse: structure({
      ResourceTagSet: member("ResourceTagSet", required),
    }),
    ResourceTagSet: structure({ ResourceType: "String", ResourceId: "String", Tags: "TagList" }),
    TagList: list("Tag", {}, { xmlName: "Tag" }),
    Tag: structure({ Key: "String", Value: "String" }),
    HostedZones: list("HostedZone", {}, { xmlName: "HostedZone" }),
    HostedZone: structure({
      Id: member("String", required),
      Name: member("String", required),
      Config: "HostedZoneConfig",
      ResourceRecordSetCount: "Long",
    }),
    HostedZoneConfig: structure({ Comment: "String", PrivateZone: "Boolean" }),
    HostedZoneType: enumeration({ PRIVATE: "PrivateHostedZone" }),
    DelegationSet: structure({ NameServers: member("NameServers", required), Id: "String" }),
    NameServers: list("String", {}, { xmlName: "NameServer" }),
    VPCs: list("VPC", {}, { xmlName: "VPC" }),
    VPC: structure({ VPCRegion: "String", VPCId: "String" }),
    ChangeBatch: structure({ Changes: member("Changes", required), Comment: "String" }),
    Changes: list("Change", {}, { xmlName: "Change" }),
    Change: structure({
      Action: member("ChangeAction", required),
      ResourceRecordSet: member("ResourceRecordSet", required),
    }),
    ChangeAction: enumeration({ CREATE: "CREATE", DELETE: "DELETE" }),
    ResourceRecordSet: structure({
      Name: member("String", required),
      Type: member("String", required),
      Weight: "Long",
      MultiValueAnswer: "Boolean",
      TTL: "Long",
      ResourceRecords: "ResourceRecords",
      AliasTarget: "AliasTarget",
    }),
    ResourceRecords: list("ResourceRecord", {}, { xmlName: "ResourceRecord" }),
    ResourceRecord: structure({ Value: member("String", required) }),
    AliasTarget: structure({
      HostedZoneId: member("String", required),
      DNSName: member("String", required),
      EvaluateTargetHealth: member("Boolean", required),
    }),
    ChangeInfo: structure({
      Id: member("String", required),
      Status: member("String", required),
      SubmittedAt: member("Timestamp", required),
      Comment: "String",
    }),
    InvalidChangeBatch: structure(
      { messages: "ErrorMessages", message: "String" },
      { error: "client" },
    ),
    ErrorMessages: list("String", {}, { xmlName: "Message" }),
    NoSuchHostedZone: structure({ message: "String" }, { error: "client", httpError: 404 }),
    HostedZoneAlreadyExists: structure({ message: "String" }, { error: "client", httpError: 409 }),
    PriorRequestNotComplete: structure({ message: "String" }, { error: "client" }),
    ThrottlingException: structure({ message: "String" }, { error: "client" }),
  },
  {
    version: "2013-04-01",
    traits: {
      "aws.protocols#restXml": {},
      "aws.auth#sigv4": { name: "route53" },
      "smithy.api#xmlNamespace": { uri: "https://route53.amazonaws.com/doc/2013-04-01/" },
    },
  },
);

export const zones: SdkService = {
  protocol: "restXml",
  given: renamed(given, "AWSDnsV20130401"),
  open: (config) => new Route53({ ...settings, ...config }),
};
