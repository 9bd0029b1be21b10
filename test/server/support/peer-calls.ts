import * as codec from "apigatewayv2-codec";
import fc from "fast-check";
import { expect } from "vitest";
import type { Operation } from "../../../codegen/src/ir/service.js";
import { inputsOf, outputsOf, structureValues } from "../../properties/arbitraries.js";
import { operationsByName } from "../../properties/service.js";
import { expectSame } from "../../properties/same.js";
import type { RecordingServer } from "./recording-server.js";

export type Value = Record<string, unknown>;

/** A call of an operation, and the output or the error that it is answered by. */
export interface PeerCall {
  readonly name: string;
  readonly input: Value;
  readonly output?: Value;
  readonly error?: Error;
}

/** Returns random calls of some operations: three with an output each, and one for each of the errors. */
export function drawCalls(known: ReadonlySet<string>, seed: number): PeerCall[] {
  return operationsByName
    .filter(([name]) => known.has(name))
    .flatMap(([name, operation]) => callsOf(name, operation, seed));
}

function callsOf(name: string, operation: Operation, seed: number): PeerCall[] {
  const sample = <T>(values: fc.Arbitrary<T>, numRuns: number): T[] =>
    fc.sample(values, { seed, numRuns });
  const outputs = sample(readableOutputsOf(operation), 3);
  const inputs = sample(writableInputsOf(operation), 3 + operation.errors.length);
  return inputs.map((input, index) => {
    const error = operation.errors[index - 3];
    if (error === undefined) return { name, input, output: outputs[index] ?? {} };
    const [members = {}] = sample(structureValues(error), 1);
    return { name, input, error: new (classOf(codec, error.symbol))(members) };
  });
}

/** Answers the calls that a server receives, one by one. */
export function answerCalls(server: RecordingServer, calls: readonly PeerCall[]): void {
  server.clear();
  server.next = () => {
    const { output, error } = calls[server.received.length - 1] ?? {};
    if (error !== undefined) throw error;
    return output;
  };
}

/** Expects that a server has received exactly these calls, with exactly these inputs. */
export function expectReceived(server: RecordingServer, calls: readonly PeerCall[]): void {
  expect(server.received.map(({ operation }) => operation)).toEqual(calls.map(({ name }) => name));
  for (const [index, { name, input }] of calls.entries())
    expectSame(server.received[index], { operation: name, input });
}

type ErrorClass = new (members: object) => Error;

/** Returns the class of an error by its name. */
export function classOf(exports: object, name: string): ErrorClass {
  const found = (exports as Record<string, ErrorClass | undefined>)[name];
  if (found === undefined) throw new Error(`There is no class ${name}.`);
  return found;
}

/**
 * Whether a value is one that the SDK or botocore change: botocore writes years below 1000
 * without leading zeros, the SDK reads the years 0 to 99 as those of
 * the 20th century and drops the key `__proto__`, and both read no body as an empty one.
 */
function isChanged(value: unknown): boolean {
  if (value instanceof Date) return value.getUTCFullYear() < 1000;
  if (value instanceof Uint8Array || typeof value !== "object" || value === null) return false;
  return Object.hasOwn(value, "__proto__") || Object.values(value).some(isChanged);
}

/** Outputs that every peer reads as they are. */
export function readableOutputsOf(operation: Operation): fc.Arbitrary<Value> {
  return outputsOf(operation).filter(
    (output) => !isChanged(output) && (operation.name !== "ExportApi" || "body" in output),
  );
}

/** Inputs that every peer writes as they are. */
export function writableInputsOf(operation: Operation): fc.Arbitrary<Value> {
  return inputsOf(operation).filter((input) => !isChanged(input));
}
