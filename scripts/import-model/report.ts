import type { Change } from "./compare.js";
import type { Model } from "./smithy-ast.js";
import { membersOf } from "./smithy-ast.js";

/** The findings of an import. */
export type Findings = {
  readonly packageVersion: string;
  readonly model: Model;
  readonly changes: readonly Change[];
  readonly undocumented: readonly string[];
  readonly guesses: readonly string[];
  readonly unused: readonly string[];
};

/** Formats the findings of an import as text. Empty sections are omitted. */
export function formatReport(findings: Findings): string {
  const { changes, model } = findings;
  const shapes = Object.values(model.shapes);
  const operations = shapes.filter(({ type }) => type === "operation").length;
  const members = shapes.reduce((sum, shape) => sum + Object.keys(membersOf(shape)).length, 0);
  const parts = [
    `@aws-sdk/client-apigatewayv2 ${findings.packageVersion}: ` +
      `${operations} operations, ${shapes.length} shapes in all, ${members} members.`,
  ];
  for (const kind of ["added", "removed", "changed"] as const) {
    for (const what of ["operation", "shape", "member"] as const) {
      const lines = changes
        .filter((change) => change.kind === kind && change.what === what)
        .map(formatChange);
      parts.push(...section(`${capitalize(kind)} ${what}s`, lines));
    }
  }
  if (changes.length === 0) parts.push("The model is the same as before.");
  parts.push(
    ...section("Without documentation. Add it to model/documentation.json", findings.undocumented),
    ...section("Guessed shapes. Add the right ones to model/simple-shapes.json", findings.guesses),
    ...section("Unused entries of the tables in model/", findings.unused),
  );
  return `${parts.join("\n\n")}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0
    ? []
    : [[`${title} (${lines.length}):`, ...lines.map((line) => `  ${line}`)].join("\n")];
}

function formatChange({ id, details }: Change): string {
  return details.length === 0 ? id : `${id}: ${details.join("; ")}`;
}

function capitalize(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
