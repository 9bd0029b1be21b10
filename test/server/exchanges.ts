/** A request, and the response that every platform has to give to it. */
export interface Exchange {
  readonly name: string;
  /** The method and the target. */
  readonly request: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The body as text, or as bytes. */
  readonly body?: string | readonly number[];
  /** The body is sent as a stream of pieces of so many bytes. */
  readonly pieces?: number;
  readonly status: number;
  /** The operation that the interceptor saw. */
  readonly operation?: string;
  /** The header `x-amzn-errortype` of the response. */
  readonly error?: string;
  /** The header `content-type` of the response, if it is not JSON or nothing. */
  readonly type?: string;
  /** The header `x-amzn-requestid` of the response, if it is not `id-1`. */
  readonly id?: string;
  /** The body of the response as text, or as bytes if it is no UTF-8. */
  readonly answer?: string | readonly number[];
}

/** The option `maxBodyBytes` of the service that answers. */
export const maxBodyBytes = 400;

const json = { "content-type": "application/json" };
const created = {
  request: "POST /v2/apis",
  headers: json,
  operation: "CreateApi",
} as const;
const refused = { ...created, status: 400 } as const;

/** Returns the body of a `ValidationException` with these messages, as the official suite of malformed requests has it. */
function violations(...messages: readonly string[]): string {
  const fieldList = messages.map((message) => ({
    path: /'(.*)'/.exec(message)?.[1],
    message,
  }));
  const message = `${messages.length} validation errors detected. ${messages.join("; ")}`;
  return JSON.stringify({ message, fieldList });
}

/**
 * What is exchanged with the service of `exchanges-service.ts`, whose operations answer with what they read. The expected
 * results follow from the model, from the protocol restJson1, and from what the README says about servers.
 */
export const exchanges: readonly Exchange[] = [
  // What is read and written.
  {
    name: "a label, a timestamp, and the user's context",
    request: "GET /v2/apis/a1",
    headers: { "x-user": "ada" },
    status: 200,
    operation: "GetApi",
    answer:
      '{"apiId":"a1","createdDate":"2026-01-02T03:04:05.678Z","description":"for ada","name":"orders","protocolType":"HTTP"}',
  },
  {
    name: "a label that is percent-encoded once more",
    request: "GET /v2/apis/a%2525b%2Fc%20d",
    status: 200,
    operation: "GetApi",
    answer:
      '{"apiId":"a%25b/c d","createdDate":"2026-01-02T03:04:05.678Z","description":"for nobody","name":"orders","protocolType":"HTTP"}',
  },
  {
    name: "a label in Unicode that the URL does not encode",
    request: "GET /v2/tags/ö🛒",
    status: 200,
    operation: "GetTags",
    answer: '{"tags":{"arn":"ö🛒"}}',
  },
  {
    name: "a body",
    ...created,
    body: '{"name":"orders","protocolType":"HTTP","tags":{"team":"a","__proto__":"b"}}',
    status: 201,
    answer:
      '{"apiId":"a1","name":"orders","protocolType":"HTTP","tags":{"team":"a","__proto__":"b"}}',
  },
  {
    name: "a body with the parameter of a media type, and space around it",
    ...created,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: ' \n{"protocolType" : "HTTP", "name" : "orders"}\t ',
    status: 201,
    answer: '{"apiId":"a1","name":"orders","protocolType":"HTTP"}',
  },
  {
    name: "a body in Unicode",
    request: "PATCH /v2/apis/a1",
    headers: json,
    body: '{"name":"Bücher 🛒 \u2028 \\u00e9\\ud83d\\uded2"}',
    status: 200,
    operation: "UpdateApi",
    answer: '{"apiId":"a1","name":"Bücher 🛒 \u2028 é🛒"}',
  },
  {
    name: "a body that is a stream, cut within characters",
    ...created,
    body: '{"name":"Bücher 🛒🛒🛒","protocolType":"WEBSOCKET"}',
    pieces: 3,
    status: 201,
    answer: '{"apiId":"a1","name":"Bücher 🛒🛒🛒","protocolType":"WEBSOCKET"}',
  },
  {
    name: "a body with as many bytes as are allowed",
    ...created,
    body: '{"name":"n","protocolType":"HTTP"}'.padEnd(maxBodyBytes),
    status: 201,
    answer: '{"apiId":"a1","name":"n","protocolType":"HTTP"}',
  },
  {
    name: "a body that is left out, with no required members",
    request: "PATCH /v2/apis/a1",
    status: 200,
    operation: "UpdateApi",
    answer: '{"apiId":"a1"}',
  },
  {
    name: "lists, structures and numbers",
    request: "PUT /v2/domainnames/example.com/routingrules/r1?domainNameId=d1",
    headers: json,
    body: '{"priority":5,"conditions":[{"matchBasePaths":{"anyOf":["a","b"]}}],"actions":[{"invokeApi":{"apiId":"a1","stage":"s","stripBasePath":false}}]}',
    status: 200,
    operation: "PutRoutingRule",
    answer:
      '{"actions":[{"invokeApi":{"apiId":"a1","stage":"s","stripBasePath":false}}],"conditions":[{"matchBasePaths":{"anyOf":["a","b"]}}],"priority":5,"routingRuleId":"r1"}',
  },
  {
    name: "a query, decoded",
    request: "GET /v2/apis?nextToken=a%2Bb+c%20%C3%B6%26&maxResults=2&other=%25",
    status: 200,
    operation: "GetApis",
    answer:
      '{"items":[{"name":"2","protocolType":"HTTP","routeSelectionExpression":"e"}],"nextToken":"a+b+c ö&"}',
  },
  {
    name: "a payload of bytes",
    request: "GET /v2/apis/a1/exports/OAS30?outputType=JSON&includeExtensions=true",
    status: 200,
    operation: "ExportApi",
    type: "application/octet-stream",
    answer: [0, 255, 128, 1],
  },
  {
    name: "an output without members",
    request: "POST /v2/tags/arn%3Aaws%3Aapigateway%3Aeu-central-1%3A%3A%2Fapis%2Fa1",
    headers: json,
    body: '{"tags":{"k":""}}',
    status: 201,
    operation: "TagResource",
    answer: "{}",
  },
  {
    name: "an output without a body",
    request: "DELETE /v2/apis/a1",
    status: 204,
    operation: "DeleteApi",
  },
  {
    name: "an output that the function leaves out",
    request: "GET /v2/apis/nothing",
    status: 200,
    operation: "GetApi",
    answer: "{}",
  },
  {
    name: "the id that the option takes from the request",
    request: "DELETE /v2/apis/a1",
    headers: { "x-trace": "trace-7" },
    status: 204,
    operation: "DeleteApi",
    id: "trace-7",
  },
  {
    name: "the answer of an interceptor",
    request: "GET /health",
    status: 200,
    type: "text/plain",
    answer: "well",
  },
  // What is not found.
  {
    name: "an unknown path",
    request: "GET /v2/nothing",
    status: 404,
    error: "UnknownOperationException",
    answer: "{}",
  },
  {
    name: "an operation without a function",
    request: "GET /v2/apis/a1/models/m1",
    status: 404,
    operation: "GetModel",
    error: "UnknownOperationException",
    answer: "{}",
  },
  {
    name: "a wrong method",
    request: "PUT /v2/apis/a1/models",
    status: 404,
    error: "UnknownOperationException",
    answer: "{}",
  },
  {
    name: "HEAD",
    request: "HEAD /v2/apis/a1",
    status: 404,
    error: "UnknownOperationException",
    answer: "{}",
  },
  {
    name: "OPTIONS",
    request: "OPTIONS /v2/apis/a1",
    status: 404,
    error: "UnknownOperationException",
    answer: "{}",
  },
  // What cannot be read.
  {
    name: "malformed JSON",
    ...refused,
    body: '{"name":"orders",}',
    error: "SerializationException",
    answer:
      '{"message":"Expected JSON text at the root, received 18 characters that are not JSON or are truncated JSON."}',
  },
  {
    name: "a body that is no UTF-8",
    ...refused,
    body: [0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d],
    error: "SerializationException",
    answer: '{"message":"Expected text in UTF-8 at the root, received bytes that are not UTF-8."}',
  },
  {
    name: "a member of a wrong type",
    ...refused,
    body: '{"name":5,"protocolType":"HTTP"}',
    error: "SerializationException",
    answer: '{"message":"Expected a string at /name, received a number."}',
  },
  {
    name: "a stream without bytes",
    ...refused,
    body: "",
    pieces: 1,
    error: "ValidationException",
    answer: violations(
      "Value at '/Name' failed to satisfy constraint: Member must not be null",
      "Value at '/ProtocolType' failed to satisfy constraint: Member must not be null",
    ),
  },
  {
    name: "a label that is not percent-encoded",
    request: "GET /v2/apis/%zz",
    status: 400,
    operation: "GetApi",
    error: "SerializationException",
    answer: '{"message":"Request path does not match GET /v2/apis/{ApiId}."}',
  },
  {
    name: "a media type that the client does not accept",
    request: "GET /v2/apis/a1",
    headers: { accept: "text/html" },
    status: 406,
    operation: "GetApi",
    error: "NotAcceptableException",
    answer:
      '{"message":"The accept header does not allow the response type application/json: text/html."}',
  },
  {
    name: "a query that is no UTF-8",
    request: "GET /v2/apis?nextToken=%FF",
    status: 400,
    operation: "GetApis",
    error: "SerializationException",
    answer: '{"message":"Expected percent-encoded UTF-8 at /query, received another encoding."}',
  },
  {
    name: "a query of a wrong type",
    request: "GET /v2/apis/a1/exports/OAS30?outputType=JSON&includeExtensions=maybe",
    status: 400,
    operation: "ExportApi",
    error: "SerializationException",
    answer:
      '{"message":"Expected \\"true\\" or \\"false\\" at /IncludeExtensions, received text in another format."}',
  },
  {
    name: "violated constraints",
    ...refused,
    body: '{"protocolType":"FTP","version":"","tags":{}}',
    error: "ValidationException",
    answer: violations(
      "Value at '/Name' failed to satisfy constraint: Member must not be null",
      "Value at '/ProtocolType' failed to satisfy constraint: Member must satisfy enum value set: [HTTP, WEBSOCKET]",
      "Value with length 0 at '/Version' failed to satisfy constraint: Member must have length between 1 and 64, inclusive",
    ),
  },
  {
    name: "a wrong media type",
    ...created,
    headers: { "content-type": "text/plain" },
    body: '{"name":"orders","protocolType":"HTTP"}',
    status: 415,
    error: "UnsupportedMediaTypeException",
    answer: '{"message":"Expected content type application/json, received text/plain."}',
  },
  {
    name: "a compressed body",
    ...created,
    headers: { ...json, "content-encoding": "gzip" },
    body: [31, 139, 8, 0],
    status: 415,
    error: "UnsupportedMediaTypeException",
    answer: '{"message":"The content encoding of the request is not supported."}',
  },
  {
    name: "a body that is too large",
    ...created,
    body: '{"name":"n","protocolType":"HTTP"}'.padEnd(maxBodyBytes + 1),
    status: 413,
    error: "RequestEntityTooLargeException",
    answer: '{"message":"The body of the request has more than 400 bytes."}',
  },
  {
    name: "a stream that is too large",
    ...created,
    body: '{"name":"n","protocolType":"HTTP"}'.padEnd(maxBodyBytes + 1),
    pieces: 100,
    status: 413,
    error: "RequestEntityTooLargeException",
    answer: '{"message":"The body of the request has more than 400 bytes."}',
  },
  // What functions and interceptors throw.
  {
    name: "an error of the model",
    request: "GET /v2/apis/none",
    status: 404,
    operation: "GetApi",
    error: "NotFoundException",
    answer: '{"message":"no API","resourceType":"api"}',
  },
  {
    name: "an error of the model, with a list of the query",
    request: "DELETE /v2/tags/arn%3A1?tagKeys=a&tagKeys=b%20c&tagKeys=",
    status: 409,
    operation: "UntagResource",
    error: "ConflictException",
    answer: '{"message":"arn:1 keeps a|b c|"}',
  },
  {
    name: "a ValidationException on purpose",
    request: "GET /v2/apis/invalid",
    status: 400,
    operation: "GetApi",
    error: "ValidationException",
    answer: '{"message":"It is taken.","fieldList":[{"path":"/ApiId","message":"It is taken."}]}',
  },
  {
    name: "another error",
    request: "GET /v2/apis/broken",
    status: 500,
    operation: "GetApi",
    error: "InternalFailure",
    answer: "{}",
  },
  {
    name: "an error of an interceptor",
    request: "GET /v2/apis/a1",
    headers: { "x-user": "mallory" },
    status: 403,
    operation: "GetApi",
    error: "AccessDeniedException",
    answer: '{"message":"not you"}',
  },
];
