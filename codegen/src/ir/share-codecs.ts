import { compare } from "../load/select-service.js";
import { locationOf } from "./wire.js";
import type { Constraints, Member, Shape, Structure } from "./ir.js";
import { noXml } from "./xml.js";
import { membersOf } from "./members.js";

/** The minimum number of members; for smaller structures, sharing does not pay off. */
const leastMembers = 4;

/**
 * Finds structures that differ only in name and documentation, as the outputs of creating, getting
 * and updating a resource often do. They all use the reader, writer and check of one of them: of a
 * structure that others refer to, if there is one, else of that with the shortest name. Inputs and
 * outputs whose members have the same documentation, too, extend the same type.
 */
export function shareCodecs(shapes: Iterable<Shape>): void {
  const all = [...shapes];
  const targets = new Set(all.flatMap(membersOf).map(({ target }) => target));
  const isPart = (shape: Structure): boolean => targets.has(shape);
  const byPreference = (left: Structure, right: Structure): number =>
    Number(isPart(right)) - Number(isPart(left)) ||
    left.name.length - right.name.length ||
    compare(left.id, right.id);

  const candidates = all.filter((shape) => shape.kind === "structure" && shape.error === undefined);
  for (const group of groupBy(candidates as Structure[], codeOf)) {
    const [codec] = group.sort(byPreference);
    if (codec === undefined || codec.members.length < leastMembers) continue;
    for (const alike of groupBy(group, documentationOf)) {
      const [base] = alike;
      for (const shape of alike)
        Object.assign(shape, { codec, base: isPart(shape) || shape === base ? undefined : base });
    }
  }
}

function groupBy(shapes: readonly Structure[], keyOf: (shape: Structure) => string): Structure[][] {
  const groups = new Map<string, Structure[]>();
  for (const shape of shapes) {
    const key = keyOf(shape);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [shape]);
    else group.push(shape);
  }
  return [...groups.values()];
}

/** Returns everything that the code of a structure depends on, as text. */
function codeOf({ name, xml, serverDefaults, members }: Structure): string {
  // Writers of XML need not know the root, but the public function of a structure does.
  const root = xml === noXml ? undefined : [name, xml];
  return JSON.stringify([root, serverDefaults, ...members.map(signatureOf)], (_, value: unknown) =>
    typeof value === "bigint" ? `${value}n` : value,
  );
}

function documentationOf({ members }: Structure): string {
  return JSON.stringify(members.map(({ documentation }) => documentation));
}

/** In a list, JSON has null for undefined. */
function signatureOf(member: Member): unknown[] {
  return [
    member.name,
    member.property,
    member.wireName,
    member.xml,
    member.target.id,
    member.required,
    member.present,
    member.defaultValue,
    member.clientDefault,
    constraintsOf(member.constraints),
    member.timestampFormat,
    member.idempotencyToken,
    member.sensitive,
    member.advice,
    locationOf(member),
    member.binding,
  ];
}

function constraintsOf({ length, range, pattern }: Constraints): unknown[] {
  return [length, range, pattern?.source];
}
