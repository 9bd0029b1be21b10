import {
  enumeration,
  list,
  map,
  member,
  model,
  operation,
  simple,
  structure,
  union,
} from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import {
  check,
  readsRequest,
  readsResponse,
  refusesRequest,
  request,
  response,
} from "./support/wants.js";
import { expect } from "vitest";

const type = { "content-type": "application/xml" };
const line = "POST /do";

function body(...elements: readonly string[]): { headers: typeof type; body: string } {
  return { headers: type, body: `<In>${elements.join("")}</In>` };
}

/** Every kind of value in XML: names, attributes, namespaces, flattened and nested collections. */
export const feature: Feature = {
  given: model(
    {
      Do: operation("/do", { input: "In", output: "Out" }),
      In: structure({
        text: "String",
        flag: "Boolean",
        small: "Byte",
        long: "Long",
        double: "Double",
        huge: "BigInteger",
        exact: "BigDecimal",
        data: "Blob",
        when: "Timestamp",
        epoch: "Epoch",
        day: member("Epoch", { timestampFormat: "http-date" }),
        kind: "Kind",
        level: "Level",
        token: member("String", { idempotencyToken: {} }),
        renamed: member("String", {
          xmlName: "p:other",
          xmlNamespace: { uri: "urn:p", prefix: "p" },
        }),
        names: "Names",
        flatNames: member("Names", { xmlFlattened: {}, xmlName: "flat" }),
        lists: "Lists",
        sparse: "Sparse",
        tags: "Tags",
        flatTags: member("Tags", { xmlFlattened: {}, xmlNamespace: { uri: "urn:t&t" } }),
        maps: "Maps",
        sparseMap: "SparseMap",
        one: "One",
        tree: "Tree",
      }),
      Out: structure(
        {
          id: member("String", { xmlAttribute: {}, xmlName: "xml:id" }),
          count: member("Integer", { xmlAttribute: {} }),
          nested: "Nested",
        },
        { xmlName: "Result", xmlNamespace: { uri: "urn:out" } },
      ),
      Nested: structure({
        must: member("Names", { required: {} }),
        deep: member("Tree", { required: {} }),
      }),
      Epoch: simple("timestamp", { timestampFormat: "epoch-seconds" }),
      Kind: enumeration({ A: "a<b" }),
      Level: {
        type: "intEnum",
        members: { LOW: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": 1 } } },
      },
      Names: list("String", {}, { xmlName: "name" }),
      Lists: list("Names"),
      Sparse: list("Integer", { sparse: {} }),
      Tags: {
        type: "map",
        key: member("String", { xmlName: "k" }),
        value: member("String", { xmlName: "v" }),
      },
      Maps: map("Tags"),
      SparseMap: map("String", { sparse: {} }),
      One: union({ text: "String", tree: "Tree", names: member("Names", { xmlFlattened: {} }) }),
      Tree: structure({ leaf: "String", children: "Trees" }),
      Trees: list("Tree"),
    },
    { traits: { "aws.protocols#restXml": {} } },
  ),
  want: [
    request(
      "Do",
      { text: ' <a> & "b"\r\n', token: "t", flag: false, small: -1, long: 5, double: 1.5 },
      line,
      body(
        "<double>1.5</double><flag>false</flag><long>5</long><small>-1</small>",
        "<text> &lt;a&gt; &amp; &quot;b&quot;&#xD;&#xA;</text><token>t</token>",
      ),
    ),
    request(
      "Do",
      {
        huge: 2n ** 70n,
        exact: "0.10",
        data: new Uint8Array([255]),
        double: -Infinity,
        level: 1,
        kind: "a<b",
        token: "t",
      },
      line,
      body(
        "<data>/w==</data><double>-Infinity</double><exact>0.10</exact>",
        "<huge>1180591620717411303424</huge><kind>a&lt;b</kind><level>1</level><token>t</token>",
      ),
    ),
    request("Do", { when: new Date(0), epoch: new Date(1500), day: new Date(0) }, line, {
      ...body(
        "<day>Thu, 01 Jan 1970 00:00:00 GMT</day><epoch>1.5</epoch>",
        "<token>T</token><when>1970-01-01T00:00:00Z</when>",
      ),
      options: { idempotencyToken: () => "T" },
      read: { when: new Date(0), epoch: new Date(1500), day: new Date(0), token: "T" },
    }),
    request(
      "Do",
      {
        token: "t",
        renamed: "r",
        names: ["a", ""],
        flatNames: ["b", "c"],
        lists: [["a"], []],
        sparse: [1, null],
      },
      line,
      body(
        "<flat>b</flat><flat>c</flat><lists><member><name>a</name></member><member></member></lists>",
        '<names><name>a</name><name></name></names><p:other xmlns:p="urn:p">r</p:other>',
        '<sparse><member>1</member><member xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"></member></sparse>',
        "<token>t</token>",
      ),
    ),
    request(
      "Do",
      {
        token: "t",
        tags: { " ": "x", __proto__: "p" },
        flatTags: { a: "1", b: "" },
        maps: { m: { n: "o" } },
        sparseMap: { a: null, b: "c" },
      },
      line,
      {
        ...body(
          '<flatTags xmlns="urn:t&amp;t"><k>a</k><v>1</v></flatTags>',
          '<flatTags xmlns="urn:t&amp;t"><k>b</k><v></v></flatTags>',
          "<maps><entry><key>m</key><value><entry><k>n</k><v>o</v></entry></value></entry></maps>",
          '<sparseMap><entry><key>a</key><value xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"></value></entry>',
          "<entry><key>b</key><value>c</value></entry></sparseMap>",
          "<tags><entry><k> </k><v>x</v></entry></tags><token>t</token>",
        ),
        read: {
          token: "t",
          tags: { " ": "x" },
          flatTags: { a: "1", b: "" },
          maps: { m: { n: "o" } },
          sparseMap: { a: null, b: "c" },
        },
      },
    ),
    request(
      "Do",
      { token: "t", one: { names: ["a", "b"] }, tree: { children: [{ leaf: "x" }, {}] } },
      line,
      body(
        "<one><names>a</names><names>b</names></one><token>t</token>",
        "<tree><children><member><leaf>x</leaf></member><member></member></children></tree>",
      ),
    ),
    readsRequest(
      "Do",
      line,
      {
        headers: {},
        body: '\uFEFF<?xml version="1.0"?><Other xmlns="urn:x"><!-- c --><text><![CDATA[<a>]]>&#98;</text>\n<unknown><a/></unknown><names/><tree/></Other>',
      },
      { text: "<a>b", names: [], tree: {} },
    ),
    readsRequest("Do", line, {}, {}),
    response("Do", { id: 'a"\t<', count: 2, nested: { must: ["a"], deep: {} } }, 200, {
      headers: type,
      body: '<Result xmlns="urn:out" count="2" xml:id="a&quot;&#x9;&lt;"><nested><deep></deep><must><name>a</name></must></nested></Result>',
    }),
    readsResponse(
      "Do",
      200,
      { headers: type, body: "<R><nested/></R>" },
      { nested: { must: [], deep: {} } },
    ),
    readsResponse("Do", 200, { headers: type, body: "<R><one/></R>" }, {}),
    refusesRequest("Do", line, body("<small>300</small>"), {
      name: "SerializationException",
      path: "/small",
    }),
    refusesRequest("Do", line, body("<flag> true</flag>"), {
      name: "SerializationException",
      path: "/flag",
    }),
    refusesRequest("Do", line, body("<sparse><member>x</member></sparse>"), {
      name: "SerializationException",
      path: "/sparse/0",
    }),
    refusesRequest("Do", line, body("<maps><entry><key>m</key></entry></maps>"), {
      name: "SerializationException",
      path: "/maps/0",
      expected: "an entry with key and value",
    }),
    refusesRequest("Do", line, body("<text><a/></text>"), {
      name: "SerializationException",
      path: "/text",
      expected: "text",
      received: "elements",
    }),
    refusesRequest("Do", line, body("<tree>text</tree>"), {
      name: "SerializationException",
      path: "/tree",
      expected: "elements",
    }),
    refusesRequest("Do", line, body("<one><text/><tree/></one>"), {
      name: "SerializationException",
      path: "/one",
      received: "several elements",
    }),
    refusesRequest("Do", line, body("<one><other/></one>"), {
      name: "SerializationException",
      path: "/one",
      received: "an unknown element",
    }),
    refusesRequest(
      "Do",
      line,
      { headers: type, body: "<In>" },
      { name: "SerializationException", path: "" },
    ),
    refusesRequest(
      "Do",
      line,
      {
        headers: type,
        body:
          "<In>" +
          "<tree>" +
          "<children><member>".repeat(300) +
          "</member></children>".repeat(300) +
          "</tree></In>",
      },
      { name: "SerializationException", expected: "at most 512 levels of nesting" },
    ),
    refusesRequest(
      "Do",
      line,
      { headers: { "content-type": "application/json" }, body: "{}" },
      { name: "UnsupportedMediaTypeException" },
    ),
    check("public functions convert to the text of an element, and back", (exports) => {
      const { serializeOut, deserializeOut } = exports as {
        serializeOut: (value: unknown) => string;
        deserializeOut: (xml: unknown) => unknown;
      };
      expect(serializeOut({ count: 1 })).toBe('<Result xmlns="urn:out" count="1"></Result>');
      expect(deserializeOut('<Result count="1"/>')).toEqual({ count: 1 });
      expect(() => deserializeOut({})).toThrow(
        "Expected XML text at the root, received an object.",
      );
    }),
    check("an unknown member of a union keeps its name and text", (exports) => {
      const { serializeOne, deserializeOne } = exports as {
        serializeOne: (value: unknown) => string;
        deserializeOne: (xml: unknown) => unknown;
      };
      const unknown = { $unknown: ["new", "a<b"] };
      expect(deserializeOne("<One><new>a&lt;b</new></One>")).toEqual(unknown);
      expect(serializeOne(unknown)).toBe("<One><new>a&lt;b</new></One>");
      expect(() => serializeOne({ $unknown: ["a b", "c"] })).toThrow("/$unknown");
      expect(() => serializeOne({})).toThrow("exactly one member set");
    }),
  ],
  refused: {
    "a document": {
      given: model(
        { Do: operation("/do", { input: "In" }), In: structure({ any: "Document" }) },
        { traits: { "aws.protocols#restXml": {} } },
      ),
      errors: ["test#In$any: is a document, which the protocol cannot carry in XML"],
    },
    "names that are no names, and a namespace that is none": {
      given: model(
        {
          Do: operation("/do", { input: "In" }),
          In: structure({
            a: member("String", { xmlName: "a b" }),
            b: member("String", { xmlNamespace: {} }),
            c: member("String", { xmlNamespace: { uri: "urn:\u0001" } }),
          }),
        },
        { traits: { "aws.protocols#restXml": {} } },
      ),
      errors: [
        'test#In$a: has an invalid name in XML: expected letters, digits, "_" and "-", with at most one prefix, found "a b"',
        "test#In$b: has an invalid XML namespace: expected a URI as text, and at most a name as prefix, found an object",
        "test#In$c: has an invalid XML namespace: expected a URI as text, and at most a name as prefix, found an object",
      ],
    },
    "one name twice": {
      given: model(
        {
          Do: operation("/do", { input: "In" }),
          In: structure({
            a: member("String", { xmlAttribute: {}, xmlName: "c" }),
            b: member("String", { xmlName: "c" }),
            c: "String",
          }),
        },
        { traits: { "aws.protocols#restXml": {} } },
      ),
      errors: [
        'test#In$c: has the XML name "c", as does the member b; rename one with smithy.api#xmlName',
      ],
    },
  },
};
