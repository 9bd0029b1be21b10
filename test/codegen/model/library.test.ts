import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { expand } from "../../../codegen/src/model/library/compact.js";
import { definitions } from "../../../codegen/src/model/library/definitions.js";
import { libraryShapes } from "../../../codegen/src/model/library/library.js";
import { extractLibrary } from "../../../scripts/library/extract.js";
import { findIdlTests } from "../idl/fixtures.js";

describe("the library", () => {
  const shapes = libraryShapes();

  it("has the traits of every package that published models use", () => {
    const namespaces = new Set([...shapes.keys()].map((id) => id.slice(0, id.indexOf("#"))));
    expect([...namespaces].sort()).toEqual([
      ...["aws.api", "aws.apigateway", "aws.auth", "aws.cloudformation", "aws.customizations"],
      ...["aws.endpoints", "aws.iam", "aws.protocols", "aws.test", "smithy.api"],
      ...["smithy.contracts", "smithy.framework", "smithy.mqtt", "smithy.openapi"],
      ...["smithy.protocols", "smithy.rules", "smithy.test", "smithy.waiters"],
    ]);
  });

  it("knows targets, constraints and where traits can be applied", () => {
    const http = shapes.get("smithy.api#http");
    expect(http?.traits.get("smithy.api#trait")?.value).toMatchObject({ selector: "operation" });
    expect([...(http?.members.values() ?? [])].map(({ name, target }) => `${name}: ${target}`)).toEqual([
      "method: smithy.api#NonEmptyString",
      "uri: smithy.api#NonEmptyString",
      "code: smithy.api#Integer",
    ]);
    expect(shapes.get("smithy.framework#ValidationException")?.traits.get("smithy.api#error")?.value).toBe("client");
  });

  it("has only targets that exist, and no prose", () => {
    for (const shape of shapes.values()) {
      for (const { target } of shape.members.values()) expect(shapes.has(target), target).toBe(true);
      expect(shape.traits.has("smithy.api#documentation")).toBe(false);
    }
    expect(Object.values(definitions).join("")).not.toMatch(/"(?:message|errorMessage)":"[^"]* [^"]* /);
  });

  it.skipIf(findIdlTests() === undefined)("is what the definitions of Smithy's repository say", () => {
    const folder = join(findIdlTests() ?? "", "trait-definitions");
    const sources = readdirSync(folder).map((name) => ({
      name,
      bytes: readFileSync(join(folder, name)),
    }));
    const extracted = extractLibrary(sources);
    for (const [namespace, compact] of extracted)
      for (const shape of expand(namespace, compact)) expect(shapes.get(shape.id)).toEqual(shape);
    expect([...extracted.keys()].sort()).toEqual(Object.keys(definitions).sort());
  });
});
