import { SNS } from "@aws-sdk/client-sns";
import {
  list,
  map,
  member,
  model,
  operation,
  structure,
  type Json,
} from "../../codegen/support/models.js";
import { renamed, settings, type SdkService } from "./aws-service.js";

const required = { required: {} };

/** The code of an error in the protocol differs from the name of its shape. */
const failure = (code: string, httpResponseCode: number): Json =>
  structure(
    { message: "String" },
    {
      error: httpResponseCode < 500 ? "client" : "server",
      httpError: httpResponseCode,
      "aws.protocols#awsQueryError": { code, httpResponseCode },
    },
  );

/** Topics of SNS: maps with and without names of their own, lists of structures, blobs. */
const given = model(
  {
    CreateTopic: operation("/", {
      input: "CreateTopicInput",
      output: "CreateTopicResponse",
      errors: ["InvalidParameterException", "TopicLimitExceededException"],
    }),
    Publish: operation("/", {
      input: "PublishInput",
      output: "PublishResponse",
      errors: ["InvalidParameterException", "NotFoundException", "KMSThrottlingException"],
    }),
    PublishBatch: operation("/", { input: "PublishBatchInput", output: "PublishBatchResponse" }),
    GetTopicAttributes: operation("/", {
      input: "GetTopicAttributesInput",
      output: "GetTopicAttributesResponse",
      errors: ["NotFoundException", "InternalErrorException"],
    }),
    SetTopicAttributes: operation("/", { input: "SetTopicAttributesInput" }),
    CreateTopicInput: structure({
      Name: member("String", required),
      Attributes: "TopicAttributes",
      Tags: "TagList",
    }),
    CreateTopicResponse: structure({ TopicArn: "String" }),
    PublishInput: structure({
      TopicArn: "String",
      Message: member("String", required),
      Subject: "String",
      MessageAttributes: "MessageAttributes",
    }),
    PublishResponse: structure({ MessageId: "String", SequenceNumber: "String" }),
    PublishBatchInput: structure({
      TopicArn: member("String", required),
      PublishBatchRequestEntries: member("RequestEntries", required),
    }),
    PublishBatchResponse: structure({ Successful: "ResultEntries", Failed: "ErrorEntries" }),
    GetTopicAttributesInput: structure({ TopicArn: member("String", required) }),
    GetTopicAttributesResponse: structure({ Attributes: "TopicAttributes" }),
    SetTopicAttributesInput: structure({
      TopicArn: member("String", required),
      AttributeName: member("String", required),
      AttributeValue: "String",
    }),
    TopicAttributes: map("String"),
    TagList: list("Tag"),
    Tag: structure({ Key: member("String", required), Value: member("String", required) }),
    MessageAttributes: {
      ...map("MessageAttributeValue", {}, member("String", { xmlName: "Name" })),
      value: member("MessageAttributeValue", { xmlName: "Value" }),
    },
    MessageAttributeValue: structure({
      DataType: member("String", required),
      StringValue: "String",
      BinaryValue: "Blob",
    }),
    RequestEntries: list("RequestEntry"),
    RequestEntry: structure({
      Id: member("String", required),
      Message: member("String", required),
      MessageAttributes: "MessageAttributes",
    }),
    ResultEntries: list("ResultEntry"),
    ResultEntry: structure({ Id: "String", MessageId: "String", SequenceNumber: "String" }),
    ErrorEntries: list("ErrorEntry"),
    ErrorEntry: structure({
      Id: member("String", required),
      Code: member("String", required),
      Message: "String",
      SenderFault: member("Boolean", required),
    }),
    InvalidParameterException: failure("InvalidParameter", 400),
    TopicLimitExceededException: failure("TopicLimitExceeded", 403),
    NotFoundException: failure("NotFound", 404),
    KMSThrottlingException: failure("KMSThrottling", 400),
    InternalErrorException: failure("InternalError", 500),
  },
  {
    version: "2010-03-31",
    traits: {
      "aws.protocols#awsQuery": {},
      "aws.auth#sigv4": { name: "sns" },
      "smithy.api#xmlNamespace": { uri: "http://sns.amazonaws.com/doc/2010-03-31/" },
    },
  },
);

export const topics: SdkService = {
  protocol: "awsQuery",
  given: renamed(given, "AmazonSimpleNotificationService"),
  open: (config) => new SNS({ ...settings, ...config }),
};
