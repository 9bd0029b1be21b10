import type { Rule } from "../../rule.js";
import { corsTrait } from "./cors-trait.js";
import { eventPayloadTrait } from "./event-payload-trait.js";
import { exclusiveStructureMemberTrait } from "./exclusive-structure-member-trait.js";
import { hostLabelTrait } from "./host-label-trait.js";
import { httpApiKeyAuthTrait } from "./http-api-key-auth-trait.js";
import { httpBindingTraitIgnored } from "./http-binding-trait-ignored.js";
import { httpBindingsMissing } from "./http-bindings-missing.js";
import { httpChecksumTrait } from "./http-checksum-trait.js";
import { httpHeaderTrait } from "./http-header-trait.js";
import { httpLabelTrait } from "./http-label-trait.js";
import { httpMethodSemantics } from "./http-method-semantics.js";
import { httpPayload } from "./http-payload.js";
import { httpPrefixHeadersTrait } from "./http-prefix-headers-trait.js";
import { httpQueryParamsTrait } from "./http-query-params-trait.js";
import { httpQueryTrait } from "./http-query-trait.js";
import { httpResponseCodeSemantics } from "./http-response-code-semantics.js";
import { httpUriConflict } from "./http-uri-conflict.js";
import { httpUriFormat } from "./http-uri-format.js";
import { httpUriGreedyLabel } from "./http-uri-greedy-label.js";
import { idempotencyTokenIgnored } from "./idempotency-token-ignored.js";
import { jsonName } from "./json-name.js";
import { mediaType } from "./media-type.js";
import { noInlineDocumentSupport } from "./no-inline-document-support.js";
import { paginatedTrait } from "./paginated-trait.js";
import { protocolHttp, rpcv2CborTrait, rpcv2JsonTrait } from "./protocol-http.js";
import { protocolHttpPayload } from "./protocol-http-payload.js";
import { requestCompressionTrait } from "./request-compression-trait.js";
import { streamingTrait } from "./streaming-trait.js";
import { xmlFlattenedTrait } from "./xml-flattened-trait.js";
import { xmlNamespaceTrait } from "./xml-namespace-trait.js";

/** Rules about HTTP bindings, protocols and their traits. */
export const httpRules: readonly Rule[] = [
  corsTrait,
  eventPayloadTrait,
  exclusiveStructureMemberTrait,
  hostLabelTrait,
  httpApiKeyAuthTrait,
  httpBindingTraitIgnored,
  httpBindingsMissing,
  httpChecksumTrait,
  httpHeaderTrait,
  httpLabelTrait,
  httpMethodSemantics,
  httpPayload,
  httpPrefixHeadersTrait,
  httpQueryParamsTrait,
  httpQueryTrait,
  httpResponseCodeSemantics,
  httpUriConflict,
  httpUriFormat,
  httpUriGreedyLabel,
  idempotencyTokenIgnored,
  jsonName,
  mediaType,
  noInlineDocumentSupport,
  paginatedTrait,
  protocolHttp,
  protocolHttpPayload,
  requestCompressionTrait,
  rpcv2CborTrait,
  rpcv2JsonTrait,
  streamingTrait,
  xmlFlattenedTrait,
  xmlNamespaceTrait,
];
