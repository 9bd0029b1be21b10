/** A test that fails, and why it is right to. */
export interface ExpectedFailure {
  /** The suite, the side, the kind if only tests of this kind fail, and the test's id. */
  readonly test: string;
  readonly reason: string;
}

const noTarget =
  "The suite's request has no header x-amz-target, by which a server finds the operation.";
const noBody = "The suite wants 10 kB of data read from a request that has no body.";
const longs =
  "The suite is generated with `long: number`, which refuses what JavaScript would round; `bigint` reads it.";
const rounded =
  "The suite's params were rounded to a double when the model was converted to JSON, but the body has all digits.";

const noMap =
  "The suite's params lack the map of all query parameters, which the tests of restJson1 for servers have.";
const noRequestId =
  "The suite wants an id of a request, and in one test a message, that nothing gave to the server.";
const offset =
  "The suite wants a server to write the offset of a timestamp, which values do not have.";
const noContent = "The suite wants a content type in a response that has no content.";

/** Every test that is expected to fail. One that is listed and passes is a failure too. */
export const expectedFailures: readonly ExpectedFailure[] = [
  {
    test: "restJson1 server RestJsonEndpointTraitWithHostLabel",
    reason:
      "The suite contradicts itself: the request has a body without a content type, which RestJsonWithBodyExpectsApplicationJsonContentTypeNoHeaders wants to be refused.",
  },
  {
    test: "restJson1 server RestJsonOmitsEmptyListQueryValues",
    reason:
      "The suite asks for empty lists that were never sent; every other test with query parameters wants what was not sent to be absent.",
  },
  {
    test: "restJson1 server SDKAppliedContentEncoding_restJson1",
    reason: "The suite wants 10 kB of data read from a request that has no body.",
  },
  {
    test: "restJson1 server SDKAppendedGzipAfterProvidedEncoding_restJson1",
    reason: "The suite wants 10 kB of data read from a request that has no body.",
  },
  {
    test: "restJson1-validation server RestJsonMalformedPatternReDOSString",
    reason:
      "The suite escapes a dollar sign as `$$` in a test without parameters, where nothing unescapes it (smithy issue 1506).",
  },
  {
    test: "other-protocols/awsJson1_0 server handled request AwsJson10EndpointTrait",
    reason: noTarget,
  },
  {
    test: "other-protocols/awsJson1_0 server handled request AwsJson10EndpointTraitWithHostLabel",
    reason: noTarget,
  },
  {
    test: "other-protocols/awsJson1_0 server handled request AwsJson10ServerPopulatesDefaultsWhenMissingInRequestBody",
    reason: noTarget,
  },
  {
    test: "other-protocols/awsJson1_0 server handled request AwsJson10ServerPopulatesNestedDefaultsWhenMissingInRequestBody",
    reason: noTarget,
  },
  {
    test: "other-protocols/awsJson1_1-machinelearning server handled request MachinelearningPredictEndpoint",
    reason: noTarget,
  },
  {
    test: "other-protocols/awsJson1_0 server SDKAppliedContentEncoding_awsJson1_0",
    reason: noBody,
  },
  {
    test: "other-protocols/awsJson1_0 server SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_0",
    reason: noBody,
  },
  {
    test: "other-protocols/awsJson1_1 server SDKAppliedContentEncoding_awsJson1_1",
    reason: noBody,
  },
  {
    test: "other-protocols/awsJson1_1 server SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsJson1_1",
    reason: noBody,
  },
  {
    test: "other-protocols/awsJson1_1 server response AwsJson11IntEnums",
    reason: "The suite wants the header x-amz-target, which only requests have, in a response.",
  },
  { test: "other-protocols/awsJson1_1 server response parses_long_shapes", reason: longs },
  {
    test: "other-protocols/awsJson1_1 server response parses_the_request_id_from_the_response",
    reason: "The suite wants an id of a request that nothing gave to the server.",
  },
  {
    test: "other-protocols/awsJson1_1 server handled response AwsJson11IntEnums",
    reason: "The suite wants the header x-amz-target, which only requests have, in a response.",
  },
  { test: "other-protocols/awsJson1_1 server handled response parses_long_shapes", reason: longs },
  {
    test: "other-protocols/awsJson1_1 server handled response parses_the_request_id_from_the_response",
    reason: "The suite wants an id of a request that nothing gave to the server.",
  },
  { test: "other-protocols/awsJson1_1 client response parses_long_shapes", reason: longs },
  {
    test: "other-protocols/rpcv2Json client request RpcV2JsonRequestBigDecimalHighPrecision",
    reason: rounded,
  },
  {
    test: "other-protocols/rpcv2Json server request RpcV2JsonRequestBigDecimalHighPrecision",
    reason: rounded,
  },
  {
    test: "other-protocols/rpcv2Json server handled request RpcV2JsonRequestBigDecimalHighPrecision",
    reason: rounded,
  },
  {
    test: "other-protocols/rpcv2Json client response RpcV2JsonResponseBigDecimalHighPrecision",
    reason: rounded,
  },
  {
    test: "other-protocols/rpcv2Json server response RpcV2JsonResponseBigDecimalHighPrecision",
    reason: rounded,
  },
  {
    test: "other-protocols/rpcv2Json server handled response RpcV2JsonResponseBigDecimalHighPrecision",
    reason: rounded,
  },
  {
    test: "other-protocols/rpcv2Json client request RpcV2JsonRequestBigDecimalNegativeHighPrecision",
    reason: rounded,
  },
  {
    test: "other-protocols/rpcv2Json server request RpcV2JsonRequestBigDecimalNegativeHighPrecision",
    reason: rounded,
  },
  {
    test: "other-protocols/rpcv2Json server handled request RpcV2JsonRequestBigDecimalNegativeHighPrecision",
    reason: rounded,
  },
  {
    test: "other-protocols/rpcv2Json client response RpcV2JsonResponseBigDecimalNegativeHighPrecision",
    reason: rounded,
  },
  {
    test: "other-protocols/rpcv2Json server response RpcV2JsonResponseBigDecimalNegativeHighPrecision",
    reason: rounded,
  },
  {
    test: "other-protocols/rpcv2Json server handled response RpcV2JsonResponseBigDecimalNegativeHighPrecision",
    reason: rounded,
  },
  {
    test: "other-protocols/rpcv2Json client request RpcV2JsonRequestBigDecimalLargeWithFraction",
    reason: rounded,
  },
  {
    test: "other-protocols/rpcv2Json server request RpcV2JsonRequestBigDecimalLargeWithFraction",
    reason: rounded,
  },
  {
    test: "other-protocols/rpcv2Json server handled request RpcV2JsonRequestBigDecimalLargeWithFraction",
    reason: rounded,
  },
  {
    test: "other-protocols/rpcv2Json client response RpcV2JsonResponseBigDecimalLargeWithFraction",
    reason: rounded,
  },
  {
    test: "other-protocols/rpcv2Json server response RpcV2JsonResponseBigDecimalLargeWithFraction",
    reason: rounded,
  },
  {
    test: "other-protocols/rpcv2Json server handled response RpcV2JsonResponseBigDecimalLargeWithFraction",
    reason: rounded,
  },
  { test: "other-protocols/restXml server AllQueryStringTypes", reason: noMap },
  { test: "other-protocols/restXml server RestXmlQueryStringEscaping", reason: noMap },
  { test: "other-protocols/restXml server RestXmlSupportsNaNFloatQueryValues", reason: noMap },
  { test: "other-protocols/restXml server RestXmlSupportsInfinityFloatQueryValues", reason: noMap },
  {
    test: "other-protocols/restXml server RestXmlSupportsNegativeInfinityFloatQueryValues",
    reason: noMap,
  },
  { test: "other-protocols/restXml server RestXmlZeroAndFalseQueryValues", reason: noMap },
  { test: "other-protocols/restXml server SDKAppliedContentEncoding_restXml", reason: noBody },
  {
    test: "other-protocols/restXml server SDKAppendedGzipAfterProvidedEncoding_restXml",
    reason: noBody,
  },
  { test: "other-protocols/restXml server ComplexError", reason: noRequestId },
  { test: "other-protocols/restXml server InvalidGreetingError", reason: noRequestId },
  { test: "other-protocols/restXml server RestXmlDateTimeWithNegativeOffset", reason: offset },
  { test: "other-protocols/restXml server RestXmlDateTimeWithPositiveOffset", reason: offset },
  { test: "other-protocols/restXml server RestXmlHttpResponseCode", reason: noContent },
];
