import type { Json } from "../../support/models.js";

const string = { target: "smithy.api#String" };
const unit = { target: "smithy.api#Unit" };

/** A small service with something of every kind. */
export const example: Json = {
  smithy: "2.0",
  metadata: { key: 1 },
  shapes: {
    "t#Service": {
      type: "service",
      version: "1",
      operations: [{ target: "t#Do" }, { target: "t#Empty" }],
      resources: [{ target: "t#Thing" }],
      errors: [{ target: "t#Failure" }],
      traits: { "aws.protocols#restJson1": {}, "aws.auth#sigv4": { name: "t" } },
    },
    "t#Do": {
      type: "operation",
      input: { target: "t#In" },
      output: { target: "t#Out" },
      errors: [{ target: "t#Oops" }],
      traits: {
        "smithy.api#http": { method: "POST", uri: "/do", code: 200 },
        "smithy.api#idempotent": {},
        "smithy.api#paginated": { inputToken: "token", outputToken: "token", pageSize: "size" },
      },
    },
    "t#Empty": {
      type: "operation",
      traits: { "smithy.api#http": { method: "GET", uri: "/empty", code: 204 } },
    },
    "t#Thing": {
      type: "resource",
      identifiers: { id: { target: "smithy.api#String" } },
      operations: [{ target: "t#ReadThing" }],
    },
    "t#ReadThing": {
      type: "operation",
      traits: { "smithy.api#http": { method: "GET", uri: "/things" } },
    },
    "t#In": {
      type: "structure",
      members: {
        text: { target: "t#Text" },
        token: string,
        size: { target: "smithy.api#Integer" },
        color: { target: "t#Color" },
        when: { target: "smithy.api#Timestamp" },
        needed: { ...string, traits: { "smithy.api#required": {} } },
      },
      traits: { "smithy.api#input": {} },
    },
    "t#Out": {
      type: "structure",
      members: {
        token: string,
        texts: { target: "t#Texts" },
        byName: { target: "t#ByName" },
        choice: { target: "t#Choice" },
        color: { target: "t#Color" },
        needed: { ...string, traits: { "smithy.api#required": {} } },
      },
    },
    "t#Texts": { type: "list", member: { target: "t#Text" } },
    "t#ByName": { type: "map", key: string, value: string },
    "t#Choice": { type: "union", members: { one: string, other: string } },
    "t#Text": { type: "string" },
    "t#Color": {
      type: "enum",
      members: {
        RED: { ...unit, traits: { "smithy.api#enumValue": "red" } },
        BLUE: { ...unit, traits: { "smithy.api#enumValue": "blue" } },
      },
    },
    "t#Oops": { type: "structure", members: {}, traits: { "smithy.api#error": "client" } },
    "t#Failure": { type: "structure", members: {}, traits: { "smithy.api#error": "server" } },
    "t#unused": { type: "structure", members: {}, traits: { "smithy.api#trait": {} } },
    "t#ruled": {
      type: "structure",
      members: {},
      traits: {
        "smithy.api#trait": {
          breakingChanges: [
            { change: "remove" },
            { change: "update", path: "/part", severity: "DANGER" },
          ],
        },
      },
    },
  },
};
