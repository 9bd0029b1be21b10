import type { Member, Shape, Structure } from "../../../codegen/src/ir/ir.js";
import type { Operation } from "../../../codegen/src/ir/service.js";
import { exampleValue } from "../../../codegen/src/serve/example-value.js";
import { smallestValue } from "../../../codegen/src/serve/invent-value.js";
import { isValid } from "../../../codegen/src/serve/is-valid.js";
import { sampleText } from "./sample-texts.js";

/** An input and an output of an operation. Both satisfy every constraint of the model. */
export interface Sample {
  readonly input: Readonly<Record<string, unknown>>;
  readonly output: Readonly<Record<string, unknown>>;
}

/** How many optional members a value has, by the depth of its structure. */
const optionalMembers = [4, 1] as const;

/** Returns the first valid example of the model, or values that are made from its shapes. */
export function sampleOf({ input, output, examples }: Operation): Sample {
  for (const example of examples) {
    if (example.error !== undefined) continue;
    const given = exampleOf(input, example.input);
    const wanted = exampleOf(output, example.output);
    if (given !== undefined && wanted !== undefined) return { input: given, output: wanted };
  }
  return { input: structureValue(input), output: structureValue(output) };
}

type Value = Readonly<Record<string, unknown>>;

function exampleOf(shape: Structure | undefined, node: unknown): Value | undefined {
  if (shape === undefined) return {};
  const value = exampleValue(shape, node);
  return isValid(shape, value) ? (value as Value) : undefined;
}

function structureValue(shape: Structure | undefined): Value {
  if (shape === undefined) return {};
  const value = membersValue(shape.members, 0);
  return isValid(shape, value) ? value : (smallestValue(shape, 1) as Value);
}

/** Returns the required members and the first optional ones, simple ones before structures. */
function membersValue(members: readonly Member[], depth: number): Value {
  const chosen = new Set(members.filter(({ required }) => required));
  const optional = members.filter(
    ({ required, documentation }) => !required && documentation.deprecated === undefined,
  );
  const simple = optional.filter(({ target }) => !isNested(target));
  const nested = optional.filter(({ target }) => isNested(target));
  for (const member of [...simple, ...nested]) {
    if (chosen.size >= (optionalMembers[depth] ?? 0)) break;
    if (depth === 0 || !isNested(member.target)) chosen.add(member);
  }
  // In the order of the model, as in its tables.
  const entries = members
    .filter((member) => chosen.has(member))
    .map((member) => [member.property, valueOf(member, member.name, depth)] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

function isNested({ kind }: Shape): boolean {
  return kind === "structure" || kind === "union" || kind === "list" || kind === "map";
}

function valueOf({ target, constraints }: Member, name: string, depth: number): unknown {
  switch (target.kind) {
    case "structure":
      return membersValue(target.members, depth + 1);
    case "union": {
      const [first] = target.members;
      return first && { [first.property]: valueOf(first, first.name, depth + 1) };
    }
    case "list":
      return [valueOf(target.member, name, depth)];
    case "map":
      return { [sampleText("Key")]: valueOf(target.value, target.name, depth) };
    case "enum":
      return target.values[0]?.value;
    case "boolean":
      return true;
    case "integer":
    case "float":
      return Number(constraints.range?.min ?? 1);
    case "bigInteger":
      return BigInt(constraints.range?.min ?? 1);
    case "bigDecimal":
      return "1.5";
    case "timestamp":
      return new Date("2026-01-31T09:30:00Z");
    case "blob":
      return new TextEncoder().encode('{"openapi":"3.0.1"}');
    case "document":
      return { example: true };
    case "string":
      return sampleText(name);
  }
}
