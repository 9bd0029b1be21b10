import {
  enumeration,
  list,
  map,
  member,
  model,
  operation,
  structure,
} from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { jsonBody, readsRequest, readsResponse, request, response } from "./support/wants.js";

const members = {
  text: member("String", { default: "a" }),
  empty: member("String", { default: "" }),
  flag: member("Boolean", { default: false }),
  byte: member("Byte", { default: 1 }),
  long: member("Long", { default: 0 }),
  ratio: member("Double", { default: 1.5 }),
  big: member("BigInteger", { default: 7 }),
  exact: member("BigDecimal", { default: 2.5 }),
  bytes: member("Blob", { default: "AQI=" }),
  when: member("Timestamp", { default: 0 }),
  list: member("List", { default: [] }),
  map: member("Map", { default: {} }),
  any: member("Document", { default: {} }),
  yes: member("Document", { default: true }),
  color: member("Color", { default: "red" }),
  level: member("Level", { default: 2 }),
  added: member("Integer", { default: 4, addedDefault: {} }),
};

const value = {
  text: "a",
  empty: "",
  flag: false,
  byte: 1,
  long: 0,
  ratio: 1.5,
  big: 7n,
  exact: "2.5",
  bytes: new Uint8Array([1, 2]),
  when: new Date(0),
  list: [],
  map: {},
  any: {},
  yes: true,
  color: "red",
  level: 2,
  added: 4,
};

const wire = { ...value, big: 7, exact: 2.5, bytes: "AQI=", when: 0 };

/**
 * Defaults of every type: a server fills them in as it reads and as it writes. A client does as
 * well, save in an operation's own input (`input`), where they are the service's to choose.
 */
export const feature: Feature = {
  given: model({
    Do: operation("/do", { input: "Thing", output: "Thing" }),
    Ask: operation("/ask", { input: "AskInput", output: "AskOutput" }),
    Thing: structure(members),
    AskInput: structure({ ...members, nested: "Thing" }, { input: {} }),
    AskOutput: structure({ nested: "Thing" }, { output: {} }),
    List: list("String"),
    Map: map("String"),
    Color: enumeration({ RED: "red" }),
    Level: { type: "intEnum", members: { TWO: member("Unit", { enumValue: 2 }) } },
  }),
  want: [
    request("Do", {}, "POST /do", { ...jsonBody(wire), read: value }),
    response("Do", {}, 200, { ...jsonBody(wire), read: value }),
    request("Ask", {}, "POST /ask", { ...jsonBody({}), read: value }),
    request("Ask", { nested: {} }, "POST /ask", {
      ...jsonBody({ nested: wire }),
      read: { ...value, nested: value },
    }),
    response("Ask", { nested: {} }, 200, {
      ...jsonBody({ nested: wire }),
      read: { nested: value },
    }),
    readsRequest("Do", "POST /do", jsonBody({ text: null, byte: 2 }), { ...value, byte: 2 }),
    readsResponse("Do", 200, jsonBody({ text: null, byte: 2 }), { ...value, byte: 2 }),
  ],
};
