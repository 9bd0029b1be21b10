import {
  enumeration,
  list,
  map,
  member,
  model as modelOf,
  operation,
  simple,
  structure,
  union,
  type Json,
} from "../codegen/support/models.js";

/*
 * A service whose messages carry a member of every type at every place that HTTP has for it, with
 * constraints of every kind.
 */

const headers: Record<string, Json> = {
  hWord: member("Word", { httpHeader: "x-word" }),
  hText: member("String", { httpHeader: "x-text" }),
  hMedia: member("Json", { httpHeader: "x-media" }),
  hNumber: member("Double", { httpHeader: "x-number" }),
  hFlag: member("Boolean", { httpHeader: "x-flag" }),
  hTime: member("Timestamp", { httpHeader: "x-time" }),
  hWords: member("Words", { httpHeader: "x-words" }),
  hIntegers: member("Integers", { httpHeader: "x-integers" }),
  hDates: member("Dates", { httpHeader: "x-dates" }),
  hColor: member("Color", { httpHeader: "x-color" }),
  prefixed: member("Texts", { httpPrefixHeaders: "x-meta-" }),
};

const body: Record<string, Json> = {
  small: member("Byte", { range: { min: -3, max: 100 } }),
  short: member("Short", { range: { min: -4, max: 32767 } }),
  whole: member("Integer", { range: { min: -5, max: 6 } }),
  long: member("Long", { range: { min: -7 } }),
  double: member("Double", { range: { min: -1.5, max: 2.5 } }),
  float: member("Float"),
  big: member("BigInteger", { range: { max: 9 } }),
  decimal: member("BigDecimal", { range: { min: -2, max: 2 } }),
  bytes: member("Blob", { length: { min: 1, max: 5 } }),
  gaps: member("Gaps"),
  lists: member("Lists"),
  distinct: member("Distinct"),
  document: member("Document"),
  seconds: member("Timestamp"),
  day: member("Timestamp", { timestampFormat: "date-time" }),
  color: member("Color"),
  choice: member("Choice"),
  tree: member("Tree", { required: {} }),
};

const label = { httpLabel: {}, required: {} };

/** The names of the operations. */
export const operationNames: readonly string[] = [
  "Everything",
  "SendBytes",
  "SendText",
  "SendTree",
  "Find",
  "Rest",
];

const everyRule = [
  "enum",
  "length",
  "pattern",
  "range",
  "required",
  "type",
  "union",
  "uniqueItems",
];

/** Which kinds of rule can be broken in each shape. */
export const rules: Readonly<Record<string, readonly string[]>> = {
  EverythingInput: everyRule,
  EverythingOutput: everyRule,
  Choice: ["enum", "length", "pattern", "required", "type", "union"],
  OfQuery: ["required", "type"],
};

/** The model. */
export const model: Json = modelOf({
  Everything: operation("/e/{word}/{text}/{day}/{number}/{flag}/{rest+}", {
    input: "EverythingInput",
    output: "EverythingOutput",
  }),
  SendBytes: operation("/bytes", { input: "OfBytes", output: "OfBytes" }),
  SendText: operation("/text", { input: "OfText", output: "OfText" }),
  SendTree: operation("/tree", { input: "OfTree", output: "OfTree" }),
  Find: operation("/find", { input: "OfQuery", output: "Nothing" }),
  Rest: operation("/rest"),
  EverythingInput: structure({
    word: member("Word", label),
    text: member("String", label),
    day: member("Timestamp", label),
    number: member("Double", label),
    flag: member("Boolean", label),
    rest: member("String", label),
    qWords: member("Words", { httpQuery: "words" }),
    qText: member("String", { httpQuery: "text" }),
    qTime: member("Timestamp", { httpQuery: "time" }),
    qColor: member("Color", { httpQuery: "color" }),
    ...headers,
    ...Object.fromEntries(Object.entries(body).map(([name, each]) => [`${name}InBody`, each])),
  }),
  EverythingOutput: structure({
    status: member("Integer", { httpResponseCode: {} }),
    ...headers,
    ...body,
  }),
  OfBytes: structure({ body: member("Blob", { httpPayload: {} }), ...headers }),
  OfText: structure({ body: member("String", { httpPayload: {} }) }),
  OfTree: structure({ body: member("Tree", { httpPayload: {} }) }),
  OfQuery: structure({ texts: member("Texts", { httpQueryParams: {} }) }),
  Nothing: structure({}),
  Tree: structure({ name: member("Word", { required: {} }), children: "Trees", choice: "Choice" }),
  Trees: list("Tree"),
  Choice: union({ text: "Word", tree: "Tree", level: "Level" }),
  Color: enumeration({ RED: "red", GREEN: "green" }),
  Level: {
    type: "intEnum",
    members: { LOW: member("Unit", { enumValue: 1 }), HIGH: member("Unit", { enumValue: 2 }) },
  },
  Word: simple("string", { pattern: "^[a-z]+$", length: { min: 2, max: 9 } }),
  Json: simple("string", { mediaType: "application/json" }),
  Words: list("Word"),
  Integers: list("Integer"),
  Dates: list("Timestamp"),
  Distinct: list("Word", { uniqueItems: {}, length: { min: 1, max: 4 } }),
  Gaps: list("Integer", { sparse: {} }),
  Texts: map("String"),
  Lists: map("Words", {}, member("Word")),
});
