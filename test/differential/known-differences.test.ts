import { describe, expect, it } from "vitest";
import { operationCodec, type Value } from "../properties/codec.js";
import { expectSame } from "../properties/same.js";
import { service } from "../properties/service.js";
import { smallestStructure } from "../properties/arbitraries.js";
import { knownDifferences, type Outcome } from "./known-differences.js";
import { SdkStub, type Answer } from "./sdk.js";

// Each is asserted on both sides: one that is gone from the SDK is to be gone from the list.
describe("the SDK", () => {
  const sdk = new SdkStub();
  const cases = knownDifferences.map((each) => [each.sdk, each.reason, each] as const);

  it.each(cases)("%s (not followed: %s)", async (_, __, difference) => {
    const operation = service.operations.find(({ name }) => name === difference.operation);
    if (operation?.input === undefined) throw new Error("There is no such operation.");
    const input = { ...smallestStructure(operation.input), ...difference.input };
    const answer = difference.answer ?? { statusCode: 200, headers: {}, body: "{}" };

    const { request, output, error } = await sdk.exchange(operation.name, input, answer);
    if ("path" in difference.theirs) {
      expect(request?.path).toBe(difference.theirs.path);
    } else {
      expectOutcome({ output, error }, difference.theirs);
    }

    const { serializeRequest, deserializeResponse } = operationCodec(operation);
    const ours = attempt(() => {
      serializeRequest(input);
      return deserializeResponse(answer as never);
    });
    expectOutcome(ours, difference.ours);
  });
});

describe("the SDK agrees", () => {
  it("where a key __proto__ stands for a string", async () => {
    const answer: Answer = {
      statusCode: 200,
      headers: {},
      body: '{"responseParameters":{"__proto__":"a"}}',
    };
    const input = { ApiId: "a", IntegrationId: "a", IntegrationResponseId: "a" };
    const { output } = await new SdkStub().exchange("GetIntegrationResponse", input, answer);
    expectSame(output, { ResponseParameters: Object.fromEntries([["__proto__", "a"]]) });
  });
});

interface Result {
  readonly output?: Value | undefined;
  readonly error?: unknown;
}

function expectOutcome(result: Result, expected: Outcome): void {
  if ("output" in expected) {
    expect(result.error).toBeUndefined();
    expectSame(result.output, expected.output);
  } else if ("error" in expected) {
    expect(result.error).toBeInstanceOf(Error);
    for (const [name, value] of Object.entries(expected.error)) {
      const found = (result.error as Value)[name];
      if (name === "$metadata") expect(found).toMatchObject(value as object);
      else expect({ [name]: found }).toEqual({ [name]: value });
    }
  } else {
    throw new Error("A path is no outcome of this codec.");
  }
}

function attempt(read: () => Value): Result {
  try {
    return { output: read() };
  } catch (error) {
    return { error };
  }
}
