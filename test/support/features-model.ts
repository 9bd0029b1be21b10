/** A service with a shape of every kind and every constraint, some under names that need care. */
const ns = "example.features";

const string = { target: "smithy.api#String" };
const length = (min?: number, max?: number): object => ({ "smithy.api#length": { min, max } });
const range = (min?: number, max?: number): object => ({ "smithy.api#range": { min, max } });
const required = { "smithy.api#required": {} };
const member = (target: string, traits: object = {}): object => ({
  target: target.includes("#")
    ? target
    : target in shapes
      ? `${ns}#${target}`
      : `smithy.api#${target}`,
  traits,
});

const shapes: Record<string, object> = {
  Color: {
    type: "enum",
    members: {
      RED: {
        target: "smithy.api#Unit",
        traits: { "smithy.api#enumValue": "red", "smithy.api#documentation": "As <i>blood</i>." },
      },
      HIDDEN: {
        target: "smithy.api#Unit",
        traits: { "smithy.api#enumValue": "ultra", "smithy.api#internal": {} },
      },
    },
  },
  Level: {
    type: "intEnum",
    members: {
      LOW: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": 1 } },
      HIGH: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": 9 } },
    },
  },
  Secret: { type: "string", traits: { "smithy.api#sensitive": {}, ...length(2, 4) } },
  Key: { type: "string", traits: { ...length(1, 5), "smithy.api#pattern": "^[a-z_/]+$" } },
  Names: {
    type: "list",
    member: { target: "smithy.api#String", traits: { ...length(1, 3) } },
    traits: { "smithy.api#documentation": "Names." },
  },
  UniqueLevels: {
    type: "list",
    member: { target: `${ns}#Level` },
    traits: { "smithy.api#uniqueItems": {} },
  },
  UniqueNodes: {
    type: "list",
    member: { target: `${ns}#Leaf` },
    traits: { "smithy.api#uniqueItems": {} },
  },
  Sparse: {
    type: "list",
    member: { target: "smithy.api#Integer" },
    traits: { "smithy.api#sparse": {} },
  },
  Documents: { type: "list", member: { target: "smithy.api#Document" } },
  Scores: {
    type: "map",
    key: { target: `${ns}#Key` },
    value: { target: "smithy.api#Integer", traits: { ...range(0, 10) } },
  },
  ByColor: {
    type: "map",
    key: { target: `${ns}#Color` },
    value: { target: "smithy.api#String" },
    traits: { "smithy.api#sparse": {} },
  },
  Leaf: { type: "structure", members: { a: string, b: { target: "smithy.api#Double" } } },
  Empty: { type: "structure", members: {} },
  Choice: {
    type: "union",
    members: {
      text: {
        target: "smithy.api#String",
        traits: { ...length(1, 3), "smithy.api#jsonName": "Text" },
      },
      node: { target: `${ns}#Node` },
      none: { target: `${ns}#Empty` },
      doc: { target: "smithy.api#Document" },
    },
  },
  Node: {
    type: "structure",
    members: {
      id: { target: "smithy.api#String", traits: required },
      next: { target: `${ns}#Node` },
      all: { target: `${ns}#NodeList` },
      choice: { target: `${ns}#Choice` },
    },
  },
  NodeList: { type: "list", member: { target: `${ns}#Node` } },
};

const members = {
  Text: member("String", {
    ...length(2, 4),
    "smithy.api#jsonName": "text",
    "smithy.api#documentation": "Some <b>text</b>.",
  }),
  patterned: member("String", { "smithy.api#pattern": "^[a-c]+\\-x/$" }),
  secret: member("Secret"),
  color: member("Color", {
    ...required,
    "smithy.api#deprecated": { message: "Use <code>level</code>." },
  }),
  level: member("Level"),
  bool: member("Boolean"),
  byte: member("Byte"),
  short: member("Short", range(-3, 3)),
  integer: member("Integer"),
  long: member("Long", range(undefined, 100)),
  float: member("Float"),
  double: member("Double", range(0.5)),
  bigInteger: member("BigInteger", range(-5)),
  bigDecimal: member("BigDecimal", range(undefined, 2.5)),
  blob: member("Blob", length(2, 7)),
  epoch: member("Timestamp"),
  dateTime: member("Timestamp", { "smithy.api#timestampFormat": "date-time" }),
  httpDate: member("Timestamp", { "smithy.api#timestampFormat": "http-date" }),
  document: member("Document"),
  neededDocument: member("Document", required),
  names: member("Names", length(1, 2)),
  levels: member("UniqueLevels"),
  leaves: member("UniqueNodes"),
  sparse: member("Sparse"),
  documents: member("Documents"),
  scores: member("Scores", length(1, 3)),
  byColor: member("ByColor"),
  choice: member("Choice"),
  node: member("Node"),
  defaulted: member("Integer", { ...required, "smithy.api#default": 5, ...range(3, 7) }),
  token: member("String", { ...required, "smithy.api#idempotencyToken": {} }),
  constructor: member("String", length(1, 2)),
  __proto__$: member("String"),
  header: member("String", { "smithy.api#httpHeader": "x-header" }),
};

/** The members without bytes and bigints, which have no JSON in memory. */
const plain = Object.fromEntries(
  Object.entries(members).filter(([name]) => !/^(blob|bigInteger|header)$/.test(name)),
);

/** The model's text. */
export const featuresModel: string = JSON.stringify({
  smithy: "2.0",
  shapes: {
    [`${ns}#Features`]: {
      type: "service",
      version: "1",
      operations: [{ target: `${ns}#Try` }],
      traits: { "aws.protocols#restJson1": {}, "aws.api#service": { sdkId: "Features" } },
    },
    [`${ns}#Try`]: {
      type: "operation",
      input: { target: `${ns}#All` },
      output: { target: `${ns}#Plain` },
      errors: [{ target: `${ns}#Oops` }],
      traits: { "smithy.api#http": { method: "POST", uri: "/try", code: 200 } },
    },
    [`${ns}#Oops`]: {
      type: "structure",
      members: { message: string, limit: { target: "smithy.api#Integer", traits: range(1, 2) } },
      traits: { "smithy.api#error": "client" },
    },
    [`${ns}#All`]: { type: "structure", members },
    [`${ns}#Plain`]: { type: "structure", members: plain },
    ...Object.fromEntries(Object.entries(shapes).map(([name, shape]) => [`${ns}#${name}`, shape])),
  },
}).replaceAll("__proto__$", "__proto__");
