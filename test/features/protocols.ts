import { model, operation, type Json } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { request } from "./support/wants.js";

const speaking = (...protocols: string[]): Json =>
  model(
    { Do: operation("/do") },
    { traits: Object.fromEntries(protocols.map((protocol) => [protocol, {}])) },
  );
const supported = "the only supported protocol is aws.protocols#restJson1";

/** A service that uses restJson1 and another protocol, and services that do not use it. */
export const feature: Feature = {
  given: speaking("smithy.protocols#rpcv2Cbor", "aws.protocols#restJson1"),
  want: [request("Do", {}, "POST /do")],
  refused: {
    "another protocol": {
      given: speaking("aws.protocols#awsJson1_1"),
      errors: [`test#Weather: uses aws.protocols#awsJson1_1; ${supported}`],
    },
    "several others": {
      given: speaking("smithy.protocols#rpcv2Cbor", "aws.protocols#restXml", "aws.auth#sigv4"),
      errors: [
        `test#Weather: uses aws.protocols#restXml, smithy.protocols#rpcv2Cbor; ${supported}`,
      ],
    },
    none: {
      given: speaking(),
      errors: [`test#Weather: uses no protocol; ${supported}`],
    },
  },
};
