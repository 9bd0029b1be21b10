import { expect, it } from "vitest";
import { generateFrom } from "../support/generated.js";
import { member, modelOf, simple, structure, union } from "../support/models.js";

// An arbitrary of values that break a rule would look for one without an end where there is none.
it("draws values that break a rule of every shape that has one, and of no other", async () => {
  const shapes = {
    Texts: structure({ a: "String" }),
    Needed: structure({ a: member("Document", { required: {} }) }),
    Either: union({ a: "Document", b: "Document" }),
    Anything: structure({ a: "Document", b: "Document" }),
    Empty: structure({}),
    One: union({ a: "Document" }),
    Bytes: structure({ a: member("Stream", { httpPayload: {} }) }),
    Stream: simple("blob", { streaming: {} }),
  };
  const references = Object.keys(shapes).filter((name) => name !== "Stream" && name !== "Bytes");
  const given = modelOf(Object.fromEntries(references.map((name) => [name, name])), {
    ...shapes,
    Get: {
      type: "operation",
      output: { target: "test#Bytes" },
      traits: { "smithy.api#http": { method: "GET", uri: "/" } },
    },
  });
  const { files } = await generateFrom(given, { arbitraries: true });
  const text = files.get("arbitraries.ts") ?? "";
  const names = [...text.matchAll(/^export const almostValid(\w+)/gm)].map(([, name]) => name);
  expect(names.sort()).toEqual(["Either", "Needed", "Texts", "Thing"]);
});
