import { modelOf } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { json, jsonBody, refusesRequest, request, response, text } from "./support/wants.js";

const value = {
  blob: new Uint8Array([251, 255]),
  boolean: false,
  string: '\u0000"\\ü\u{1f44d}',
  byte: -128,
  short: 32767,
  integer: -2147483648,
  long: 9007199254740991,
  float: 0.5,
  double: -1e300,
};
const wire = { ...value, blob: "+/8=" };
const refuses = (body: string, path: string): ReturnType<typeof refusesRequest> =>
  refusesRequest(
    "Do",
    "POST /do",
    { headers: json, body },
    { name: "SerializationException", path },
  );

/** The simple types in JSON, at the ends of what they hold, and what a server takes for none of theirs. */
export const feature: Feature = {
  given: modelOf({
    blob: "Blob",
    boolean: "Boolean",
    string: "String",
    byte: "Byte",
    short: "Short",
    integer: "Integer",
    long: "Long",
    float: "Float",
    double: "Double",
  }),
  want: [
    text("shapes/Thing.ts", "blob?: Uint8Array | undefined;"),
    request("Do", value, "POST /do", jsonBody(wire)),
    response("Do", value, 200, jsonBody(wire)),
    refuses('{"blob":"_-8="}', "/blob"),
    refuses('{"boolean":"true"}', "/boolean"),
    refuses('{"string":1}', "/string"),
    refuses('{"byte":128}', "/byte"),
    refuses('{"short":1.5}', "/short"),
    refuses('{"integer":"1"}', "/integer"),
    refuses('{"integer":2147483648}', "/integer"),
    // Not rounded in silence.
    refuses('{"long":9007199254740993}', "/long"),
    refuses('{"float":true}', "/float"),
    refuses("[]", ""),
    refuses("{", ""),
  ],
};
