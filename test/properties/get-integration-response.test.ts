import {
  GetIntegrationResponse,
  GetIntegrationResponseResponseSchema,
  deserializeGetIntegrationResponseResponse,
  validateGetIntegrationResponseResponse,
} from "apigatewayv2-codec";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectSame } from "./same.js";
import { keys, texts } from "../../codegen/runtime/arbitraries/arbitrary-text.js";

// The figures and names here stand by themselves, so that a change of the model shows.

const runs = { numRuns: 1000 };

const ids = fc.record(
  { ApiId: identifiers(), IntegrationId: identifiers(), IntegrationResponseId: identifiers() },
  { noNullPrototype: true },
);

function identifiers(): fc.Arbitrary<string> {
  return texts({ length: { min: 1, max: 100 } }).filter((text) => text !== "." && text !== "..");
}

function maps(min: number, max: number): fc.Arbitrary<Record<string, string>> {
  const entries = fc.array(
    fc.tuple(keys({ alphabet: "any" }), texts({ length: { min, max }, alphabet: "any" })),
    { maxLength: 6 },
  );
  return entries.map((drawn) => Object.fromEntries(drawn));
}

const outputs = fc.record(
  {
    ContentHandlingStrategy: fc.oneof(
      fc.constantFrom("CONVERT_TO_BINARY", "CONVERT_TO_TEXT"),
      texts(),
    ),
    IntegrationResponseId: texts({ alphabet: "any" }),
    IntegrationResponseKey: texts({ alphabet: "any" }),
    ResponseParameters: maps(1, 512),
    ResponseTemplates: maps(0, 32768),
    TemplateSelectionExpression: texts({ alphabet: "any" }),
  },
  { requiredKeys: [], noNullPrototype: true },
);

describe("round trips", () => {
  it("a server reads the ids that a client wrote, whatever their characters", () => {
    fc.assert(
      fc.property(ids, (input) => {
        const request = GetIntegrationResponse.serializeRequest(input);
        expect(request.path).toMatch(
          /^\/v2\/apis\/[\w\-.~%]+\/integrations\/[\w\-.~%]+\/integrationresponses\/[\w\-.~%]+$/,
        );
        expectSame(GetIntegrationResponse.deserializeRequest(request), input);
      }),
      runs,
    );
  });

  it("the path means the same to a URL parser", () => {
    fc.assert(
      fc.property(ids, (input) => {
        const { path } = GetIntegrationResponse.serializeRequest(input);
        const { pathname, search, hash } = new URL(`https://host.example${path}`);
        expect([pathname, search, hash]).toEqual([path, "", ""]);
      }),
      runs,
    );
  });

  it("a client reads the output that a server wrote, whatever its keys and texts", () => {
    fc.assert(
      fc.property(outputs, (output) => {
        const response = GetIntegrationResponse.serializeResponse(output);
        expectSame(GetIntegrationResponse.deserializeResponse(response), output);
      }),
      runs,
    );
  });

  it("well-formed text survives as UTF-8 bytes too", () => {
    fc.assert(
      fc.property(outputs, (output) => {
        const { body, ...response } = GetIntegrationResponse.serializeResponse(output);
        const bytes = new TextEncoder().encode(body as string);
        expectSame(
          GetIntegrationResponse.deserializeResponse({ ...response, body: bytes }),
          output,
        );
      }),
      { numRuns: 200 },
    );
  });
});

describe("ids that no request can hold", () => {
  it.each(["", ".", "..", "\ud800", "a\udfff", "\udc00\ud800"])("%j is refused", (id) => {
    for (const member of ["ApiId", "IntegrationId", "IntegrationResponseId"]) {
      const input = { ApiId: "a", IntegrationId: "b", IntegrationResponseId: "c", [member]: id };
      expect(() => GetIntegrationResponse.serializeRequest(input)).toThrow(
        expect.objectContaining({ name: "SerializationException", path: `/${member}` }),
      );
    }
  });
});

const bounds = [
  { member: "ResponseParameters", wire: "responseParameters", min: 1, max: 512 },
  { member: "ResponseTemplates", wire: "responseTemplates", min: 0, max: 32768 },
];
const lengths = {
  ResponseParameters: [0, 1, 2, 511, 512, 513],
  ResponseTemplates: [0, 1, 32767, 32768, 32769],
};

const cases = bounds.flatMap(({ member, wire, min, max }) =>
  lengths[member as keyof typeof lengths].flatMap((length) =>
    [
      { kind: "ASCII", character: "a" },
      { kind: "astral", character: "😀" },
    ].map(
      ({ kind, character }) =>
        [
          `${member} of ${length} ${kind} characters`,
          length >= min && length <= max ? "accepted" : "refused",
          { member, wire, length, text: character.repeat(length) },
        ] as const,
    ),
  ),
);

describe("lengths of the maps' values", () => {
  it.each(cases)("%s: %s in memory", (_, verdict, { member, length, text }) => {
    const result = validateGetIntegrationResponseResponse({ [member]: { "a/b": text } });
    expect(result.ok).toBe(verdict === "accepted");
    expect(
      result.ok
        ? []
        : result.issues.map(({ path, constraint, received }) => [path, constraint, received]),
    ).toEqual(verdict === "accepted" ? [] : [[`/${member}/a~1b`, "length", length]]);
  });

  it.each(cases)("%s: %s as wire JSON", (_, verdict, { wire, text }) => {
    const json: unknown = JSON.parse(JSON.stringify({ [wire]: { "a/b": text } }));
    const result = GetIntegrationResponseResponseSchema["~standard"].validate(json);
    expect((result.issues ?? []).map(({ path }) => path)).toEqual(
      verdict === "accepted" ? [] : [[wire, "a/b"]],
    );
  });

  it.each(cases)("%s: %s, but read by a client, which enforces nothing", (_, __, each) => {
    const json = { [each.wire]: { "a/b": each.text } };
    const read = deserializeGetIntegrationResponseResponse(json);
    expectSame(read, { [each.member]: { "a/b": each.text } });
  });
});

describe("what a later model may add", () => {
  it("an unknown enum value and unknown members do not keep the rest from being read", () => {
    fc.assert(
      fc.property(outputs, fc.dictionary(fc.string(), fc.jsonValue()), (output, more) => {
        const known = JSON.parse(
          GetIntegrationResponse.serializeResponse({
            ...output,
            ContentHandlingStrategy: "CONVERT_LATER",
          }).body as string,
        ) as object;
        const unknown = Object.entries(more).map(([name, json]) => [`x-${name}`, json]);
        const body = JSON.stringify({ ...known, ...Object.fromEntries(unknown) });
        expectSame(GetIntegrationResponse.deserializeResponse({ statusCode: 200, body }), {
          ...output,
          ContentHandlingStrategy: "CONVERT_LATER",
        });
      }),
      runs,
    );
  });
});
