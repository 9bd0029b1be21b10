import { describe, expect, it } from "vitest";
import { clientContextProperties } from "../../../codegen/src/emit/client/endpoint-parameters.js";
import { plainText } from "../../../codegen/src/emit/code/code.js";
import type { EndpointParameters } from "../../../codegen/runtime/client/service-types.js";
import { importRules, rulesFiles } from "../support/endpoint-rules.js";
import { member, model, operation, structure, type Json } from "../support/models.js";
import { build } from "../support/problems.js";

const boolean = { type: "boolean", required: true, default: false };
const parameters = {
  Region: { type: "string", builtIn: "AWS::Region" },
  Flag: boolean,
  Name: { type: "string" },
  Maybe: { type: "boolean" },
};

function withRules(rules: unknown, given: Json = parameters, traits: Json = {}): Json {
  return model(
    { Do: operation("/") },
    {
      traits: {
        "aws.protocols#restJson1": {},
        "smithy.rules#endpointRuleSet": { version: "1.0", parameters: given, rules },
        ...traits,
      },
    },
  );
}

const call = (fn: string, ...argv: unknown[]): Json => ({ fn, argv });
const ref = (name: string): Json => ({ ref: name });
const isSet = (name: string): Json => call("isSet", ref(name));
const assign = (name: string, condition: Json): Json => ({ ...condition, assign: name });
const url = (text: unknown, ...conditions: Json[]): Json => ({
  ...{ type: "endpoint", conditions, endpoint: { url: text } },
});
const error = (text: string, ...conditions: Json[]): Json => ({
  type: "error",
  conditions,
  error: text,
});
const tree = (conditions: Json[], ...rules: Json[]): Json => ({ type: "tree", conditions, rules });

/** The statements of the function `resolve`, after the variables of the parameters. */
async function bodyOf(...rules: Json[]): Promise<string> {
  const text = (await rulesFiles(build(withRules(rules)))).get("endpoint-rules.ts") ?? "";
  const body = text.slice(text.indexOf("function resolve"));
  return body
    .slice(body.includes("  };\n") ? body.indexOf("  };\n") + 5 : body.indexOf("{") + 2, -2)
    .replace(/^ {2}/gm, "")
    .trim();
}

type Resolve = (given: EndpointParameters) => string;

let count = 0;

/** Returns the URL, or the message of the error. */
async function resolver(given: Json): Promise<Resolve> {
  count += 1;
  const { endpointRules } = await importRules(`emit-${count}`, build(given));
  return (values) => {
    try {
      return endpointRules.resolve(values).url;
    } catch (failure) {
      expect(failure).toMatchObject({ name: "ConfigurationError", property: "endpoint" });
      return (failure as Error).message;
    }
  };
}

describe("the code of endpoint rules", () => {
  it("is what a person would write", async () => {
    expect(
      await bodyOf(
        tree(
          [isSet("Region"), assign("found", call("aws.partition", ref("Region")))],
          error(
            "Not in China.",
            call("stringEquals", call("getAttr", ref("found"), "name"), "aws-cn"),
          ),
          url(
            "https://{Region}-strict.{found#dnsSuffix}",
            call("booleanEquals", ref("Flag"), true),
            call("isValidHostLabel", ref("Region"), false),
          ),
          url("https://{Region}.{found#dnsSuffix}"),
        ),
        url("https://example.com"),
      ),
    ).toBe(`if (Region !== undefined) {
  const found = partition(Region);
  if (found.name === "aws-cn") {
    throw refused("Not in China.");
  }
  if (Flag && isValidHostLabel(Region, false)) {
    return { url: \`https://\${Region}-strict.\${found.dnsSuffix}\` };
  }
  return { url: \`https://\${Region}.\${found.dnsSuffix}\` };
}
return { url: "https://example.com" };`);
  });

  it("leaves out what is known, what cannot be reached, and variables that are not used", async () => {
    const isA = call("stringEquals", ref("Region"), "a");
    expect(
      await bodyOf(
        tree(
          [isSet("Region"), isA],
          url("https://b", call("stringEquals", ref("Region"), "b")),
          url("https://not-a", call("not", isA)),
          url("https://a", isA, assign("unused", call("aws.partition", ref("Region")))),
          url("https://unreachable"),
        ),
        url("https://flag", call("booleanEquals", true, ref("Flag"))),
        url("https://flag-again", call("booleanEquals", ref("Flag"), true)),
        url("https://no-flag", call("booleanEquals", ref("Flag"), false)),
        url("https://unreachable", isSet("Region")),
      ),
    ).toBe(`if (Region !== undefined && Region === "a") {
  return { url: "https://a" };
}
if (Flag) {
  return { url: "https://flag" };
}
return { url: "https://no-flag" };`);
  });

  it("ends with an error if no rule of a list applies, also in a branch", async () => {
    expect(
      await bodyOf(
        tree([isSet("Region")], url("https://flag", call("booleanEquals", ref("Flag"), true))),
        url("https://other", isSet("Name")),
      ),
    ).toBe(`if (Region !== undefined) {
  if (Flag) {
    return { url: "https://flag" };
  }
  throw noRule();
}
if (Name !== undefined) {
  return { url: "https://other" };
}
throw noRule();`);
  });

  it("holds for values that are empty, and not for those that are absent or false", async () => {
    const part = assign("part", call("substring", ref("Name"), 0, 1, false));
    const resolve = await resolver(
      withRules([
        url("https://true", isSet("Maybe"), call("booleanEquals", ref("Maybe"), true)),
        url("https://false", isSet("Maybe"), call("not", ref("Maybe"))),
        url("https://part-{part}", isSet("Name"), part),
        url(
          "https://ip",
          isSet("Region"),
          assign("u", call("parseURL", ref("Region"))),
          assign("ip", call("getAttr", ref("u"), "isIp")),
        ),
        url(
          "https://choice-{x}",
          isSet("Region"),
          assign("x", call("ite", call("stringEquals", ref("Region"), "a"), "1", "2")),
        ),
        url("https://name-{x}", assign("x", call("coalesce", ref("Region"), ref("Name"), "none"))),
      ]),
    );
    expect(resolve({ Maybe: true })).toBe("https://true");
    expect(resolve({ Maybe: false })).toBe("https://false");
    expect(resolve({ Name: "ab" })).toBe("https://part-a");
    expect(resolve({ Name: "" })).toBe("https://name-");
    expect(resolve({ Region: "https://127.0.0.1" })).toBe("https://ip");
    expect(resolve({ Region: "https://example.com" })).toBe("https://choice-2");
    expect(resolve({ Region: "a" })).toBe("https://choice-1");
    expect(resolve({})).toBe("https://name-none");
  });

  it("compiles for expressions whose value is known, and for those that repeat", async () => {
    const resolve = await resolver(
      withRules([
        url("https://no", call("stringEquals", "a", "b")),
        url("https://no", call("not", call("booleanEquals", true, true))),
        url("https://no", call("not", call("isSet", "a"))),
        tree(
          [call("stringEquals", "a", "a"), call("coalesce", ref("Maybe"), true)],
          tree(
            [isSet("Region"), call("stringEquals", "a", ref("Region"))],
            url(
              "https://yes",
              call("stringEquals", ref("Region"), "a"),
              call("not", call("stringEquals", ref("Region"), "b")),
            ),
          ),
          url("https://{x}", assign("x", call("ite", true, "yes", "no"))),
        ),
        url("https://maybe-not"),
      ]),
    );
    expect(resolve({ Region: "a" })).toBe("https://yes");
    expect(resolve({})).toBe("https://yes");
    expect(resolve({ Maybe: false })).toBe("https://maybe-not");
  });

  it("requires parameters that have no default", async () => {
    const resolve = await resolver(
      withRules(
        [url("https://{Name}-{Other}", call("booleanEquals", ref("Flag"), true)), url("https://x")],
        {
          Flag: { ...boolean, default: true },
          Name: { type: "string", required: true },
          Other: { type: "string", required: true, default: "o" },
          Unused: { type: "string" },
        },
      ),
    );
    expect(resolve({})).toContain("the endpoint parameter Name is not set");
    expect(resolve({ Name: "n" })).toBe("https://n-o");
    expect(resolve({ Name: "n", Other: "p", Flag: false })).toBe("https://x");
  });

  const hostile = "`${globalThis.hacked=1}` */ // \u2028 \\ \" ' </script> $ \\${x} {{}}";
  const names = [
    "partition",
    "url",
    "endpointRules",
    "function",
    "undefined",
    "resolve",
    "then",
    "Object",
    "noRule",
    "parameters",
  ];

  it("treats text and names of the model as such", async () => {
    const shown = hostile
      .replace("{{}}", "{}")
      .replace("${globalThis.hacked=1}", "$(globalThis.hacked=1)");
    const text = hostile
      .replace("{globalThis.hacked=1}", "(globalThis.hacked=1)")
      .replace("{x}", "(x)");
    const resolve = await resolver(
      withRules(
        [
          url(
            `https://{Name}${text}`,
            isSet("Name"),
            call("stringEquals", ref("Name"), text.replace("{{}}", "x")),
          ),
          error(`{Name}${text}`, isSet("Name")),
          ...names.map((name) =>
            url(
              `https://{${name}_v}/{${name}}`,
              isSet(name),
              assign(`${name}_v`, call("uriEncode", ref(name))),
            ),
          ),
          error(text),
        ],
        { ...parameters, ...Object.fromEntries(names.map((name) => [name, { type: "string" }])) },
      ),
    );
    const plain = shown.replace("${x}", "$(x)");
    expect(resolve({})).toContain(plain);
    expect(resolve({ Name: "n" })).toContain(`n${plain}`);
    for (const name of names) expect(resolve({ [name]: "/" })).toBe("https://%2F//");
    expect(globalThis).not.toHaveProperty("hacked");
  });

  it("compiles for a thousand rules", { timeout: 120_000 }, async () => {
    const wide = Array.from({ length: 1_000 }, (_, index) =>
      url(
        `https://{Region}-${index}`,
        isSet("Region"),
        call("stringEquals", ref("Region"), `r${index}`),
      ),
    );
    const deep = Array.from({ length: 90 }).reduce<Json>(
      (rule, _, index) =>
        tree(
          [isSet("Name"), call("not", call("stringEquals", ref("Name"), `n${index}`))],
          rule,
          error(`${index}`),
        ),
      url("https://deep"),
    );
    const resolve = await resolver(withRules([...wide, deep]));
    expect(resolve({ Region: "r999" })).toBe("https://r999-999");
    expect(resolve({ Name: "n" })).toBe("https://deep");
    expect(resolve({ Name: "n89" })).toContain("no endpoint rule");
  });
});

describe("the endpoint parameters of operations", () => {
  it("are read from inputs, whose members may all be absent", async () => {
    const given = model(
      {
        Nothing: operation("/nothing"),
        Static: operation("/static", {
          traits: {
            "smithy.rules#staticContextParams": {
              Name: { value: "${x}" },
              List: { value: ["a"] },
              Flag: { value: false },
            },
          },
        }),
        Paths: operation("/paths", {
          method: "POST",
          input: "In",
          traits: {
            "smithy.rules#operationContextParams": {
              List: { path: "items[*].[name, inner.name][]" },
            },
          },
        }),
        Keys: operation("/keys", {
          method: "POST",
          input: "In",
          traits: {
            "smithy.rules#operationContextParams": {
              List: { path: "keys(byName)" },
              Flag: { path: "inner.flag" },
            },
          },
        }),
        In: structure({
          constructor: member("String", { "smithy.rules#contextParam": { name: "Name" } }),
          items: "Items",
          byName: "ByName",
          inner: "Inner",
        }),
        Items: { type: "list", member: member("Item") },
        ByName: { type: "map", key: member("String"), value: member("Item") },
        Item: structure({ name: "String", inner: "Inner" }),
        Inner: structure({ name: "String", flag: "Boolean" }),
      },
      {
        traits: {
          "aws.protocols#restJson1": {},
          "smithy.rules#endpointRuleSet": {
            version: "1.0",
            parameters: {
              Name: { type: "string" },
              Flag: { type: "boolean" },
              List: { type: "stringArray" },
            },
            rules: [url("https://a")],
          },
        },
      },
    );
    const { endpoints } = await importRules("operation-parameters", build(given));
    const read = (name: string, input: unknown): unknown => endpoints[name]?.(input as never);
    expect(Object.keys(endpoints)).toEqual(["Keys", "Paths", "Static"]);
    expect(read("Static", {})).toEqual({ Name: "${x}", List: ["a"], Flag: false });
    expect(read("Paths", {})).toEqual({ Name: undefined, List: undefined });
    expect(
      read("Paths", { constructor: "c", items: [{ name: "a" }, {}, { inner: { name: "b" } }] }),
    ).toEqual({ Name: "c", List: ["a", "b"] });
    expect(read("Keys", { byName: { x: {}, y: {} }, inner: { flag: true } })).toEqual({
      ...{ Name: undefined, List: ["x", "y"], Flag: true },
    });
    expect(read("Keys", {})).toEqual({ Name: undefined, List: undefined, Flag: undefined });
  });

  it("of the configuration have its properties, in addition to those that every client has", () => {
    const config = {
      UseIt: { type: "boolean", documentation: "Whether to use it. */ @internal" },
      Names: { type: "stringArray" },
      Endpoint: { type: "string", documentation: "The endpoint." },
    };
    const given = Object.fromEntries(
      Object.entries(config).map(([name, { type }]) => [name, { type }]),
    );
    const service = build(
      withRules([url("https://a")], given, { "smithy.rules#clientContextParams": config }),
    );
    expect(
      clientContextProperties(service).map((property) => ({
        ...property,
        type: plainText(property.type),
      })),
    ).toEqual([
      {
        name: "useIt",
        docs: "Whether to use it. *\\/ \\@internal",
        optional: true,
        type: "boolean | undefined",
      },
      {
        name: "names",
        docs: "A parameter of the endpoint rules.",
        optional: true,
        type: "readonly string[] | undefined",
      },
    ]);
  });
});
