import { describe, expect, it } from "vitest";
import { model, operation } from "../support/models.js";
import { build } from "../support/problems.js";

function customizationOf(sdkId: unknown): unknown {
  const given = model(
    { Do: operation("/") },
    {
      version: "2012-06-01",
      traits: { "aws.protocols#restJson1": {}, "aws.api#service": { sdkId } },
    },
  );
  return build(given).operations[0]?.customization;
}

const none = { headers: [], labels: new Map(), treeHash: undefined, dotSegments: false };

/** What Smithy's protocol tests for these services ask of a client. */
describe("services that ask more of their clients than their models say", () => {
  it("API Gateway wants JSON", () => {
    expect(customizationOf("API Gateway")).toEqual({
      ...none,
      headers: [["accept", "application/json"]],
    });
  });

  it("Glacier wants its version, hashes of bodies, and a hyphen for the caller's own account", () => {
    expect(customizationOf("Glacier")).toEqual({
      ...none,
      headers: [["x-amz-glacier-version", "2012-06-01"]],
      labels: new Map([["accountId", "-"]]),
      treeHash: "x-amz-sha256-tree-hash",
    });
  });

  it("S3 wants buckets in endpoints, and keys that are no paths to resolve", () => {
    expect(customizationOf("S3")).toEqual({
      ...none,
      ...{ endpointLabel: "Bucket", dotSegments: true },
    });
  });

  it.each(["ApiGatewayV2", "glacier", undefined])("%s wants nothing", (sdkId) => {
    expect(customizationOf(sdkId)).toEqual(none);
  });
});
