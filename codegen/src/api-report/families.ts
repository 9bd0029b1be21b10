import { publicNames } from "../emit/code/shape-references.js";
import { compare } from "../load/select-service.js";
import type { Entry } from "./collect-exports.js";
import type { NameOf } from "./name-text.js";
import { signatureOf } from "./signature.js";

/** The functions and constants of a shape, whose names follow from that of the shape. */
export interface Family {
  /** The name of the shape. */
  readonly name: string;
  /** The shape that has the functions, which is another one if several have the same members. */
  readonly origin: string;
  /** In the order of the generator: the table, the schema, the functions. */
  readonly members: readonly string[];
  /** The signatures of the members, with `X` for the origin. */
  readonly template: string;
}

/** Returns the families among entries, in their order. */
export function familiesOf(entries: readonly Entry[], nameOf: NameOf): Family[] {
  const byName = new Map(entries.map((entry) => [entry.name, entry]));
  return entries.filter(hasType).flatMap(({ name }) => {
    const found = publicNames.flatMap((memberName) => {
      const entry = byName.get(memberName(name));
      return entry !== undefined && isTypedConstant(entry)
        ? [{ entry, general: memberName("X") }]
        : [];
    });
    const table = found.find(({ entry }) => entry.name === `${name}$`);
    if (table === undefined) return [];
    const origin = table.entry.declaredName.slice(0, -1);
    const signatures = found.flatMap(({ entry, general }) =>
      entry.declarations.map((constant) => signatureOf(constant, general, nameOf)),
    );
    const members = found.map(({ entry }) => entry.name);
    return [{ name, origin, members, template: generalize(signatures.join("\n"), origin) }];
  });
}

/** Returns one text for all families with the same signatures: these, and the name of each shape. */
export function familyTexts(families: readonly Family[]): string[] {
  const byTemplate = new Map<string, string[]>();
  for (const { name, origin, template } of families) {
    const line = origin === name ? name : `${name} // of ${origin}`;
    const lines = byTemplate.get(template);
    if (lines === undefined) byTemplate.set(template, [line]);
    else lines.push(line);
  }
  return [...byTemplate]
    .sort(([left], [right]) => compare(left, right))
    .map(([template, lines]) => `${template}\n\n${lines.join("\n")}`);
}

/** Replaces the name of a shape, and those of its JSON and of the interface of an error's members. */
function generalize(text: string, name: string): string {
  const escaped = name.replaceAll("$", "\\$");
  return text.replace(new RegExp(`(?<![\\w$.])${escaped}(Members|Wire)?(?![\\w$])`, "g"), "X$1");
}

function hasType({ declarations }: Entry): boolean {
  return declarations.some(({ kind }) => kind !== "const" && kind !== "function");
}

function isTypedConstant({ declarations }: Entry): boolean {
  return declarations.every(
    (declaration) => declaration.kind === "const" && declaration.type !== undefined,
  );
}
