import { RDS } from "@aws-sdk/client-rds";
import {
  enumeration,
  list,
  member,
  model,
  operation,
  simple,
  structure,
} from "../../codegen/support/models.js";
import { renamed, settings, type SdkService } from "./aws-service.js";

const required = { required: {} };

/** Databases of RDS: lists with named items, some within others, timestamps and secrets. */
const given = model(
  {
    CreateDBInstance: operation("/", {
      input: "CreateDBInstanceMessage",
      output: "CreateDBInstanceResult",
      errors: ["DBInstanceAlreadyExistsFault"],
    }),
    DescribeDBInstances: operation("/", {
      input: "DescribeDBInstancesMessage",
      output: "DBInstanceMessage",
      errors: ["DBInstanceNotFoundFault"],
    }),
    DescribeEvents: operation("/", { input: "DescribeEventsMessage", output: "EventsMessage" }),
    CreateDBInstanceMessage: structure({
      DBInstanceIdentifier: member("String", required),
      DBInstanceClass: member("String", required),
      Engine: member("String", required),
      AllocatedStorage: "Integer",
      MasterUserPassword: "Secret",
      DBSecurityGroups: "SecurityGroupNames",
      MultiAZ: "Boolean",
      Tags: "TagList",
      EnableCloudwatchLogsExports: "LogTypes",
    }),
    CreateDBInstanceResult: structure({ DBInstance: "DBInstance" }),
    DescribeDBInstancesMessage: structure({
      DBInstanceIdentifier: "String",
      Filters: "FilterList",
      MaxRecords: "Integer",
      Marker: "String",
    }),
    DBInstanceMessage: structure({ Marker: "String", DBInstances: "DBInstances" }),
    DescribeEventsMessage: structure({
      SourceType: "SourceType",
      StartTime: "Timestamp",
      EndTime: "Timestamp",
      EventCategories: "EventCategories",
    }),
    EventsMessage: structure({ Marker: "String", Events: "Events" }),
    Secret: simple("string", { sensitive: {} }),
    SecurityGroupNames: list("String", {}, { xmlName: "DBSecurityGroupName" }),
    TagList: list("Tag", {}, { xmlName: "Tag" }),
    Tag: structure({ Key: "String", Value: "String" }),
    LogTypes: list("String"),
    FilterList: list("Filter", {}, { xmlName: "Filter" }),
    Filter: structure({
      Name: member("String", required),
      Values: member("FilterValues", required),
    }),
    FilterValues: list("String", {}, { xmlName: "Value" }),
    DBInstances: list("DBInstance", {}, { xmlName: "DBInstance" }),
    DBInstance: structure({
      DBInstanceIdentifier: "String",
      Endpoint: "Endpoint",
      AllocatedStorage: "Integer",
      InstanceCreateTime: "Timestamp",
      MultiAZ: "Boolean",
      DBSecurityGroups: "SecurityGroups",
      TagList: "TagList",
    }),
    Endpoint: structure({ Address: "String", Port: "Integer" }),
    SecurityGroups: list("SecurityGroup", {}, { xmlName: "DBSecurityGroup" }),
    SecurityGroup: structure({ DBSecurityGroupName: "String", Status: "String" }),
    SourceType: enumeration({ instance: "db-instance", snapshot: "db-snapshot" }),
    EventCategories: list("String", {}, { xmlName: "EventCategory" }),
    Events: list("Event", {}, { xmlName: "Event" }),
    Event: structure({
      SourceType: "SourceType",
      Message: "String",
      EventCategories: "EventCategories",
      Date: "Timestamp",
    }),
    DBInstanceAlreadyExistsFault: structure(
      { message: "String" },
      {
        error: "client",
        httpError: 400,
        "aws.protocols#awsQueryError": { code: "DBInstanceAlreadyExists", httpResponseCode: 400 },
      },
    ),
    DBInstanceNotFoundFault: structure(
      { message: "String" },
      {
        error: "client",
        httpError: 404,
        "aws.protocols#awsQueryError": { code: "DBInstanceNotFound", httpResponseCode: 404 },
      },
    ),
  },
  {
    version: "2014-10-31",
    traits: {
      "aws.protocols#awsQuery": {},
      "aws.auth#sigv4": { name: "rds" },
      "smithy.api#xmlNamespace": { uri: "http://rds.amazonaws.com/doc/2014-10-31/" },
    },
  },
);

export const databases: SdkService = {
  protocol: "awsQuery",
  given: renamed(given, "AmazonRDSv19"),
  open: (config) => new RDS({ ...settings, ...config }),
};
