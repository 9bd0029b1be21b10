import { enumeration, member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { absent, json, readsResponse, request } from "./support/wants.js";

const checksums = (given: object): Record<string, unknown> => ({
  "aws.protocols#httpChecksum": given,
});
const shapes = {
  Thing: structure({
    text: "String",
    algorithm: member("Algorithm", { httpHeader: "X-Algorithm" }),
    mode: member("Mode", { httpHeader: "x-mode" }),
    count: "Integer",
    own: member("String", { httpHeader: "x-amz-checksum-crc32" }),
  }),
  Algorithm: enumeration({ CRC32: "CRC32", SHA256: "SHA256" }),
  Mode: enumeration({ ENABLED: "ENABLED" }),
};
const refused = (given: unknown, problem: string): NonNullable<Feature["refused"]>[string] => ({
  given: model({
    Do: operation("/do", { input: "Thing", traits: { "aws.protocols#httpChecksum": given } }),
    ...shapes,
  }),
  errors: [`test#Do: the trait aws.protocols#httpChecksum ${problem}`],
});

/** Checksums that clients add and verify; the codec leaves messages as they are. */
export const feature: Feature = {
  given: model({
    Choose: operation("/choose", {
      ...{ input: "Thing", traits: checksums({ requestAlgorithmMember: "algorithm" }) },
    }),
    Need: operation("/need", {
      input: "Thing",
      // The newer trait takes the place of the older one.
      traits: { ...checksums({ requestChecksumRequired: true }), httpChecksumRequired: {} },
    }),
    Verify: operation("/verify", {
      input: "Thing",
      output: "Thing",
      traits: {
        httpChecksumRequired: {},
        ...checksums({ requestValidationModeMember: "mode", responseAlgorithms: ["CRC32"] }),
      },
    }),
    ...shapes,
  }),
  want: [
    request("Choose", { text: "a" }, "POST /choose", { headers: json, body: { text: "a" } }),
    request("Choose", { text: "a", algorithm: "SHA256" }, "POST /choose", {
      headers: { ...json, "x-algorithm": "SHA256" },
      body: { text: "a" },
    }),
    request("Need", { text: "a" }, "POST /need", { headers: json, body: { text: "a" } }),
    request("Verify", {}, "POST /verify", {
      headers: { ...json, "content-md5": "mZFLkyvTelC5g8XnyQrpOw==" },
      body: {},
    }),
    readsResponse(
      "Verify",
      200,
      { headers: { ...json, "x-amz-checksum-crc32": "AAAAAA==" }, body: { text: "a" } },
      { text: "a", own: "AAAAAA==" },
    ),
    absent("callWithChecksums"),
  ],
  refused: {
    "no object": refused(true, "must be an object, but is true"),
    "a member that is none": refused(
      { requestAlgorithmMember: "nothing" },
      'has "requestAlgorithmMember": "nothing", which is no member of the input',
    ),
    "a member of another type": refused(
      { requestValidationModeMember: "count", responseAlgorithms: ["CRC32"] },
      'has "requestValidationModeMember": "count", which is of type integer; expected an enum',
    ),
    "a text as flag": refused(
      { requestChecksumRequired: "yes" },
      'must have a boolean as "requestChecksumRequired", but has "yes"',
    ),
    "a text as list": refused(
      { responseAlgorithms: "CRC32" },
      'must have an array of strings as "responseAlgorithms", but has "CRC32"',
    ),
  },
};
