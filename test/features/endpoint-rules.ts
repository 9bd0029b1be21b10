import { member, model, operation, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { absent, request } from "./support/wants.js";

const mark = "rules-that-no-file-holds";

/** Rules of endpoints and their tests, 100 KB of them: only a client has them, so codecs do not. */
export const feature: Feature = {
  given: model(
    {
      Do: operation("/do/{Bucket}", {
        method: "GET",
        input: "Where",
        traits: { "smithy.rules#staticContextParams": { UseObjectLambda: { value: true } } },
      }),
      Where: structure({
        Bucket: member("String", {
          httpLabel: {},
          required: {},
          "smithy.rules#contextParam": { name: "Bucket" },
        }),
      }),
    },
    {
      traits: {
        "aws.protocols#restJson1": {},
        "smithy.rules#clientContextParams": { UseArnRegion: { type: "boolean" } },
        "smithy.rules#endpointRuleSet": {
          version: "1.0",
          parameters: {
            Region: { type: "string", builtIn: "AWS::Region" },
            Bucket: { type: "string" },
            UseArnRegion: { type: "boolean" },
            UseObjectLambda: { type: "boolean" },
          },
          rules: Array.from({ length: 700 }, (_, index) => ({
            conditions: [
              { fn: "isSet", argv: [{ ref: "Region" }] },
              { fn: "stringEquals", argv: [{ ref: "Region" }, `region-${index}`] },
            ],
            endpoint: { url: `https://${mark}.{Region}.amazonaws.com` },
            type: "endpoint",
          })),
        },
        "smithy.rules#endpointTests": {
          version: "1.0",
          testCases: Array.from({ length: 700 }, () => ({
            documentation: mark,
            expect: { endpoint: { url: `https://${mark}.amazonaws.com` } },
          })),
        },
      },
    },
  ),
  want: [absent(mark), absent("UseArnRegion"), request("Do", { Bucket: "b" }, "GET /do/b")],
};
