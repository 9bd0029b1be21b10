import { protocolRules } from "../../codegen/src/ir/protocol.js";
import { model, operation, type Json } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { request } from "./support/wants.js";

const speaking = (...protocols: string[]): Json =>
  model(
    { Do: operation("/do") },
    { traits: Object.fromEntries(protocols.map((protocol) => [protocol, {}])) },
  );
const supported = `the supported protocols are ${Object.values(protocolRules)
  .map(({ trait }) => trait)
  .join(", ")}`;

/** A service that uses a supported protocol and another one, and services that use only others. */
export const feature: Feature = {
  given: speaking("aws.protocols#ec2Query", "aws.protocols#restJson1"),
  want: [request("Do", {}, "POST /do")],
  refused: {
    "another protocol": {
      given: speaking("aws.protocols#future"),
      errors: [`test#Weather: uses aws.protocols#future; ${supported}`],
    },
    "several others": {
      given: speaking("aws.protocols#future", "example.protocols#other", "aws.protocols#another"),
      errors: [`test#Weather: uses aws.protocols#another, aws.protocols#future; ${supported}`],
    },
    none: {
      given: speaking(),
      errors: [`test#Weather: uses no protocol; ${supported}`],
    },
  },
};
