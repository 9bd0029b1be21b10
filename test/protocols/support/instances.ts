import { EC2 } from "@aws-sdk/client-ec2";
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

/** A member with one name in requests and another in responses, as most in EC2 are. */
const both = (target: string, inRequests: string, inResponses: string): Json =>
  member(target, { "aws.protocols#ec2QueryName": inRequests, xmlName: inResponses });

/** The same with a name that only differs by its first letter. */
const named = (target: string, name: string): Json =>
  both(target, name, name.charAt(0).toLowerCase() + name.slice(1));

const xmlName = (name: string): Json => ({ xmlName: name });

/** Instances of EC2: two names for a member, lists without a name for items, a token. */
const given = model(
  {
    RunInstances: operation("/", { input: "RunInstancesRequest", output: "Reservation" }),
    DescribeInstances: operation("/", {
      input: "DescribeInstancesRequest",
      output: "DescribeInstancesResult",
    }),
    TerminateInstances: operation("/", {
      input: "TerminateInstancesRequest",
      output: "TerminateInstancesResult",
    }),
    DescribeSpotPriceHistory: operation("/", {
      input: "DescribeSpotPriceHistoryRequest",
      output: "DescribeSpotPriceHistoryResult",
    }),
    DeleteKeyPair: operation("/", { input: "DeleteKeyPairRequest" }),
    RunInstancesRequest: structure({
      MaxCount: member("Integer", { required: {} }),
      MinCount: member("Integer", { required: {} }),
      ImageId: "String",
      InstanceType: "InstanceType",
      BlockDeviceMappings: member("BlockDevices", xmlName("BlockDeviceMapping")),
      SecurityGroupIds: member("SecurityGroupIds", xmlName("SecurityGroupId")),
      TagSpecifications: member("TagSpecifications", xmlName("TagSpecification")),
      DryRun: named("Boolean", "DryRun"),
      ClientToken: member("String", {
        "aws.protocols#ec2QueryName": "ClientToken",
        xmlName: "clientToken",
        idempotencyToken: {},
      }),
    }),
    Reservation: structure({
      ReservationId: named("String", "ReservationId"),
      OwnerId: named("String", "OwnerId"),
      Groups: both("Groups", "GroupSet", "groupSet"),
      Instances: both("Instances", "InstancesSet", "instancesSet"),
    }),
    DescribeInstancesRequest: structure({
      InstanceIds: member("InstanceIds", xmlName("InstanceId")),
      DryRun: named("Boolean", "DryRun"),
      Filters: member("Filters", xmlName("Filter")),
      NextToken: named("String", "NextToken"),
      MaxResults: named("Integer", "MaxResults"),
    }),
    DescribeInstancesResult: structure({
      NextToken: named("String", "NextToken"),
      Reservations: both("Reservations", "ReservationSet", "reservationSet"),
    }),
    TerminateInstancesRequest: structure({
      InstanceIds: member("InstanceIds", { xmlName: "InstanceId", required: {} }),
      DryRun: named("Boolean", "DryRun"),
    }),
    TerminateInstancesResult: structure({
      TerminatingInstances: both("StateChanges", "InstancesSet", "instancesSet"),
    }),
    DescribeSpotPriceHistoryRequest: structure({
      StartTime: named("Timestamp", "StartTime"),
      EndTime: named("Timestamp", "EndTime"),
      InstanceTypes: member("InstanceTypes", xmlName("InstanceType")),
    }),
    DescribeSpotPriceHistoryResult: structure({
      NextToken: named("String", "NextToken"),
      SpotPriceHistory: both("SpotPrices", "SpotPriceHistorySet", "spotPriceHistorySet"),
    }),
    DeleteKeyPairRequest: structure({
      KeyName: "String",
      DryRun: named("Boolean", "DryRun"),
    }),
    InstanceType: enumeration({ small: "t3.small", large: "t3.large" }),
    BlockDevices: list("BlockDevice", {}, xmlName("BlockDeviceMapping")),
    BlockDevice: structure({
      DeviceName: named("String", "DeviceName"),
      Ebs: named("EbsBlockDevice", "Ebs"),
    }),
    EbsBlockDevice: structure({
      DeleteOnTermination: named("Boolean", "DeleteOnTermination"),
      VolumeSize: named("Integer", "VolumeSize"),
    }),
    SecurityGroupIds: list("String", {}, xmlName("SecurityGroupId")),
    TagSpecifications: list("TagSpecification", {}, xmlName("item")),
    TagSpecification: structure({
      ResourceType: named("String", "ResourceType"),
      Tags: member("Tags", xmlName("Tag")),
    }),
    Tags: list("Tag", {}, xmlName("item")),
    Tag: structure({ Key: named("String", "Key"), Value: named("String", "Value") }),
    InstanceIds: list("String", {}, xmlName("InstanceId")),
    Filters: list("Filter", {}, xmlName("Filter")),
    Filter: structure({ Name: "String", Values: member("Values", xmlName("Value")) }),
    Values: list("String", {}, xmlName("item")),
    Groups: list("Group", {}, xmlName("item")),
    Group: structure({
      GroupId: named("String", "GroupId"),
      GroupName: named("String", "GroupName"),
    }),
    Instances: list("Instance", {}, xmlName("item")),
    Instance: structure({
      InstanceId: named("String", "InstanceId"),
      State: both("State", "InstanceState", "instanceState"),
      LaunchTime: named("Timestamp", "LaunchTime"),
      EbsOptimized: named("Boolean", "EbsOptimized"),
      SecurityGroups: both("Groups", "GroupSet", "groupSet"),
      Tags: both("Tags", "TagSet", "tagSet"),
    }),
    State: structure({ Code: named("Integer", "Code"), Name: named("String", "Name") }),
    Reservations: list("Reservation", {}, xmlName("item")),
    StateChanges: list("StateChange", {}, xmlName("item")),
    StateChange: structure({
      InstanceId: named("String", "InstanceId"),
      CurrentState: named("State", "CurrentState"),
      PreviousState: named("State", "PreviousState"),
    }),
    InstanceTypes: list("InstanceType"),
    SpotPrices: list("SpotPrice", {}, xmlName("item")),
    SpotPrice: structure({
      InstanceType: named("InstanceType", "InstanceType"),
      SpotPrice: named("String", "SpotPrice"),
      Timestamp: named("Timestamp", "Timestamp"),
    }),
  },
  {
    version: "2016-11-15",
    traits: {
      "aws.protocols#ec2Query": {},
      "aws.auth#sigv4": { name: "ec2" },
      "smithy.api#xmlNamespace": { uri: "http://ec2.amazonaws.com/doc/2016-11-15" },
    },
  },
);

export const instances: SdkService = {
  protocol: "ec2Query",
  given: renamed(given, "AmazonEC2"),
  open: (config) => new EC2({ ...settings, ...config }),
};
