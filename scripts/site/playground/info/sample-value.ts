import type { Member, Shape, Structure } from "../../../../codegen/src/ir/ir.js";
import type { Operation } from "../../../../codegen/src/ir/service.js";
import { exampleValue } from "../../../../codegen/src/serve/example-value.js";
import { smallestValue } from "../../../../codegen/src/serve/invent-value.js";
import { isValid } from "../../../../codegen/src/serve/is-valid.js";

/** Deeper values are left out, so that shapes which contain themselves come to an end. */
const maxDepth = 5;

/** Returns an input to start with: that of the model's first example, or else all required members. */
export function sampleInput({ input, examples }: Operation): unknown {
  if (input === undefined) return {};
  const [example] = examples;
  if (example !== undefined) return exampleValue(input, example.input);
  return sampleOf(input, (member) => member.required);
}

/** Returns an output to start with: that of an example, or else each member with a value. */
export function sampleOutput({ output, examples }: Operation): unknown {
  if (output === undefined) return {};
  const example = examples.find((each) => each.error === undefined);
  if (example !== undefined) return exampleValue(output, example.output);
  return sampleOf(output, () => true);
}

/** Returns the members of an error to start with: those that are required, and a message. */
export function sampleError(error: Structure): unknown {
  return sampleOf(error, ({ name, required }) => required || isMessage(name));
}

function isMessage(name: string): boolean {
  return name.toLowerCase() === "message";
}

/** Starts with the smallest valid value, and takes each member whose value no pattern or bound refuses. */
function sampleOf(shape: Structure, isWanted: (member: Member) => boolean): unknown {
  let value = smallestValue(shape, 1) as Record<string, unknown>;
  for (const [name, item] of Object.entries(structureValue(shape, isWanted, 0))) {
    const candidate = { ...value, [name]: item };
    if (isValid(shape, candidate)) value = candidate;
  }
  const order = shape.members.map(({ property }) => property);
  const entries = Object.entries(value);
  return Object.fromEntries(entries.sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)));
}

function structureValue(
  { members }: { readonly members: readonly Member[] },
  isWanted: (member: Member) => boolean,
  depth: number,
): Record<string, unknown> {
  const entries = members
    .filter((member) => isWanted(member))
    .map((member): [string, unknown] => [member.property, memberValue(member, depth + 1)])
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries);
}

/** @param name the name of the member that the value is in, which texts in collections have too */
function memberValue(member: Member, depth: number, name: string = member.name): unknown {
  const { target, constraints } = member;
  if (depth > maxDepth) return undefined;
  switch (target.kind) {
    case "structure":
      return structureValue(target, ({ required }) => required, depth);
    case "union": {
      const [first] = target.members;
      return first === undefined ? {} : structureValue({ members: [first] }, () => true, depth);
    }
    case "list":
    case "map": {
      const element = memberValue(
        target.kind === "list" ? target.member : target.value,
        depth + 1,
        name,
      );
      if (element === undefined) return target.kind === "list" ? [] : {};
      if (target.kind === "list") return [element];
      return { [String(memberValue(target.key, depth + 1))]: element };
    }
    case "string":
      return textValue(name, member);
    default:
      return simpleValue(target, Number(constraints.range?.min ?? constraints.range?.max ?? 1));
  }
}

/** Mostly the member's own name, which says more than an arbitrary text, as long as it may be. */
function textValue(name: string, { constraints }: Member): string {
  const { min = 0, max = Infinity } = constraints.length ?? {};
  const texts: Readonly<Record<string, string>> = {
    name: "example",
    message: "This is an example.",
  };
  const words = name.replace(/(?<=[a-z\d])(?=[A-Z])/g, "-").toLowerCase();
  const text = texts[name.toLowerCase()] ?? words;
  return text.padEnd(min, "-x").slice(0, max);
}

function simpleValue(target: Exclude<Shape, { kind: "structure" }>, number: number): unknown {
  switch (target.kind) {
    case "enum":
      return target.values[0]?.value;
    case "boolean":
      return true;
    case "bigInteger":
      return BigInt(Math.trunc(number));
    case "bigDecimal":
      return String(number);
    case "timestamp":
      return new Date("2026-01-31T12:00:00Z");
    case "blob":
      return new TextEncoder().encode("Hello");
    case "document":
      return { any: "JSON" };
    default:
      return number;
  }
}
