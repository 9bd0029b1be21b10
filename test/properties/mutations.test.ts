import { ValidationException } from "apigatewayv2-codec";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  mutate,
  mutationsOf,
  type Mutation,
} from "../../generated/src/runtime/arbitraries/almost-valid.js";
import type { StructureTable } from "../../generated/src/runtime/types.js";
import { inputsOf, structureTable, structureValues } from "./arbitraries.js";
import { operationCodec, structureCodec, type Value } from "./codec.js";
import { pointer, wirePath } from "./places.js";
import { expectSame } from "./same.js";
import { operationsByName, structuresByName } from "./service.js";

const runs = { numRuns: 50 };

describe("one broken rule is one issue, at its place", () => {
  const withMembers = structuresByName.filter(([, { members }]) => members.length > 0);

  it.each(withMembers)("%s in memory and as JSON", (_, structure) => {
    const { serialize, validate, validateJson } = structureCodec(structure);
    const table = structureTable(structure);
    fc.assert(
      fc.property(structureValues(structure), fc.nat(), (value, choice) => {
        const mutation = choose(mutationsOf(table, value), choice);
        if (mutation === undefined) return;
        const inMemory = validate(mutate(value, mutation, "member"));
        expectSame(
          inMemory.ok ? [] : inMemory.issues.map((issue) => [issue.path, issue.constraint]),
          [[pointer(mutation.steps), mutation.constraint]],
        );

        const json: unknown = JSON.parse(JSON.stringify(serialize(value)));
        const { issues } = validateJson(mutate(json, mutation, "wire"));
        expectSame(
          issues?.map(({ path }) => path),
          [wirePath(mutation.steps)],
        );
      }),
      runs,
    );
  });

  const withInput = operationsByName.flatMap(([name, operation]) =>
    operation.input === undefined || operation.input.members.length === 0
      ? []
      : [[name, operation, operation.input] as const],
  );

  it.each(withInput)("%s: a server names that field and no other", (_, operation, input) => {
    const { serializeRequest, deserializeRequest } = operationCodec(operation);
    const table = structureTable(input);
    fc.assert(
      fc.property(inputsOf(operation), fc.nat(), (value, choice) => {
        const mutation = choose(sendable(table, value), choice);
        if (mutation === undefined) return;
        const request = serializeRequest(mutate(value, mutation, "member") as Value);
        let refused: unknown;
        try {
          deserializeRequest(request);
        } catch (error) {
          refused = error;
        }
        expect(refused).toBeInstanceOf(ValidationException);
        const { fieldList, message } = refused as ValidationException;
        expect(fieldList.map(({ path }) => path)).toEqual([pointer(mutation.steps)]);
        expect(message).toBe(`1 validation error detected. ${fieldList[0]?.message ?? ""}`);
      }),
      runs,
    );
  });
});

function choose(mutations: readonly Mutation[], choice: number): Mutation | undefined {
  return mutations.length === 0 ? undefined : mutations[choice % mutations.length];
}

/** The mutations whose values a client can send: those of the right type, in a place that can be empty. */
function sendable(input: StructureTable, value: Value): Mutation[] {
  return mutationsOf(input, value).filter(({ constraint, broken, steps }) => {
    const member = input.members.find(([name]) => name === steps[0]?.member);
    const location = member?.[3]?.location;
    const inBody = location === undefined;
    if (constraint === "type" || constraint === "union" || broken === null) return false;
    if (constraint === "required") return inBody;
    return location !== "label" || broken !== "";
  });
}
