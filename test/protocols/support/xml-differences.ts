import { errorForms } from "./xml-errors.js";
import type { Answer, Value } from "./open-peers.js";

/** An exchange in which the SDK does what our client does not, with parts of both results. */
export interface KnownDifference {
  readonly service: string;
  /** What the SDK does. */
  readonly sdk: string;
  /** Why our client does something else. */
  readonly reason: string;
  readonly operation: string;
  readonly input?: Value;
  readonly answer?: Answer;
  readonly theirs: object;
  readonly ours: object;
}

const headers = { "content-type": "text/xml" };
const answerOf = (statusCode: number, body: string, more: object = {}): Answer => ({
  statusCode,
  headers: { ...headers, ...more },
  body,
});
const topics = (content: string): Answer => ({
  statusCode: 200,
  headers,
  body: `<CreateTopicResponse><CreateTopicResult>${content}</CreateTopicResult></CreateTopicResponse>`,
});
const gone = "<Code>NotFound</Code><Message>It is gone.</Message>";

const inErrors: readonly KnownDifference[] = [
  {
    service: "sns",
    sdk: "throws an error of its parser for a page that is not XML",
    reason: "callers handle the errors of a service, and retry by their fault",
    operation: "Publish",
    answer: answerOf(502, "<!DOCTYPE html><html><br><body>Bad gateway"),
    theirs: { error: { name: "Error", $metadata: { httpStatusCode: 502 } } },
    ours: {
      error: { name: "UnknownError", $fault: "server", $metadata: { httpStatusCode: 502 } },
    },
  },
  {
    service: "sns",
    sdk: "says nothing about an error without a body",
    reason: "the status is known",
    operation: "Publish",
    answer: answerOf(503, ""),
    theirs: { error: { name: "Unknown", message: "Unknown" } },
    ours: {
      error: { name: "UnknownError", message: "The service responded with status 503." },
    },
  },
  {
    service: "sns",
    sdk: "does not know the id of a request that only the body has",
    reason: "the protocol puts it there",
    operation: "Publish",
    answer: answerOf(404, errorForms.wrapped(gone, "body-id")),
    theirs: { error: { name: "NotFoundException", $metadata: { requestId: undefined } } },
    ours: { error: { name: "NotFoundException", $metadata: { requestId: "body-id" } } },
  },
  {
    service: "sns",
    sdk: "keeps white space around the code of an error",
    reason: "no code has any, but indented documents do",
    operation: "Publish",
    answer: answerOf(404, errorForms.wrapped("<Code> NotFound </Code>", "body-id")),
    theirs: { error: { name: " NotFound " } },
    ours: { error: { name: "NotFoundException" } },
  },
  {
    service: "ec2",
    sdk: "loses the code if there are several errors",
    reason: "the first one is better than none",
    operation: "RunInstances",
    answer: answerOf(
      400,
      "<Response><Errors><Error><Code>First</Code></Error><Error><Code>Second</Code></Error></Errors></Response>",
    ),
    theirs: { error: { name: "Unknown" } },
    ours: { error: { name: "First" } },
  },
  {
    service: "ec2",
    sdk: "does not know the id of a request that only the body has",
    reason: "the protocol puts it there",
    operation: "RunInstances",
    answer: answerOf(400, errorForms.ec2(gone, "body-id")),
    theirs: { error: { name: "NotFound", $metadata: { requestId: undefined } } },
    ours: { error: { name: "NotFound", $metadata: { requestId: "body-id" } } },
  },
  {
    service: "route-53",
    sdk: "ignores a code that only a header has",
    reason: "answers to HEAD have no other place for it",
    operation: "GetHostedZone",
    answer: answerOf(400, "", { "x-amzn-errortype": "NoSuchHostedZone" }),
    theirs: { error: { name: "Unknown" } },
    ours: { error: { name: "NoSuchHostedZone" } },
  },
];

const inOutputs: readonly KnownDifference[] = [
  {
    service: "sns",
    sdk: "reads text that is only white space with a line end as empty",
    reason: "in an element without others it is text",
    operation: "CreateTopic",
    answer: topics("<TopicArn>\n </TopicArn>"),
    theirs: { output: { TopicArn: "" } },
    ours: { output: { TopicArn: "\n " } },
  },
  {
    service: "sns",
    sdk: "cuts references to characters beyond 16 bits",
    reason: "section 4.1 of XML 1.0 has them",
    operation: "CreateTopic",
    answer: topics("<TopicArn>&#x1F600;</TopicArn>"),
    theirs: { output: { TopicArn: "\uf600" } },
    ours: { output: { TopicArn: "\u{1f600}" } },
  },
  {
    service: "sns",
    sdk: "drops references to entities that it does not know",
    reason: "text would be lost without a sign",
    operation: "CreateTopic",
    answer: topics("<TopicArn>a&b;c</TopicArn>"),
    theirs: { output: { TopicArn: "ac" } },
    ours: { error: { name: "SerializationException", $metadata: { httpStatusCode: 200 } } },
  },
  {
    service: "sns",
    sdk: "skips declarations of a document's type",
    reason: "no service sends one, and entities are declared there",
    operation: "CreateTopic",
    answer: { ...topics(""), body: `<!DOCTYPE x [<!ENTITY a "b">]>${String(topics("").body)}` },
    theirs: { output: {} },
    ours: { error: { name: "SerializationException", $metadata: { httpStatusCode: 200 } } },
  },
  {
    service: "sns",
    sdk: "reads an attribute as a member",
    reason: "a member is an attribute only if its model says so",
    operation: "CreateTopic",
    answer: answerOf(
      200,
      '<CreateTopicResponse><CreateTopicResult TopicArn="a"/></CreateTopicResponse>',
    ),
    theirs: { output: { TopicArn: "a" } },
    ours: { output: {} },
  },
  {
    service: "rds",
    sdk: "throws an error of its parser for a second element of a member that is no list",
    reason: "the first one is a value",
    operation: "DescribeDBInstances",
    answer: {
      statusCode: 200,
      headers,
      body:
        "<DescribeDBInstancesResponse><DescribeDBInstancesResult><Marker>a</Marker><Marker>b</Marker>" +
        "</DescribeDBInstancesResult></DescribeDBInstancesResponse>",
    },
    theirs: { error: { name: "Error" } },
    ours: { output: { Marker: "a" } },
  },
];

const inRequests: readonly KnownDifference[] = [
  {
    service: "route-53",
    sdk: "removes the kind of a resource from the beginning of an id",
    reason: "this is not in the model",
    operation: "GetHostedZone",
    input: { Id: "/hostedzone/Z1" },
    theirs: { requests: [{ path: "/2013-04-01/hostedzone/Z1" }] },
    ours: { requests: [{ path: "/2013-04-01/hostedzone/%2Fhostedzone%2FZ1" }] },
  },
  {
    service: "route-53",
    sdk: "sends a label of two dots",
    reason: "it would address another resource",
    operation: "GetHostedZone",
    input: { Id: ".." },
    theirs: { requests: [{ path: "/2013-04-01/hostedzone/.." }] },
    ours: { requests: [], error: { name: "SerializationException" } },
  },
];

/** Each is asserted on both sides: one that is gone from the SDK is to be gone from the list. */
export const knownDifferences: readonly KnownDifference[] = [
  ...inErrors,
  ...inOutputs,
  ...inRequests,
];
