import { readdirSync } from "node:fs";
import { join } from "node:path";
import { coreRules, creationRules, rules } from "../../../codegen/src/lint/rules.js";
import { readText, repository } from "./repository.js";

/** A rule of `smithy-codec lint`. */
export interface LintRule {
  /** The id by which Smithy names its events. */
  readonly id: string;
  /** The folder with rules about the same subject, such as `http`. */
  readonly subject: string;
  /** What the rule requires, from the comment in its source. */
  readonly text: string;
}

const folder = "codegen/src/lint";

/**
 * Returns all rules, sorted by subject and id.
 * @throws Error if the source of a rule is not found, so that the page cannot lack one
 */
export function readLintRules(): readonly LintRule[] {
  const sources = readSources();
  const ids = new Set([...coreRules, ...creationRules, ...rules].map(({ id }) => id));
  const found = [...ids].map((id): LintRule => {
    const source = sources.find(({ text }) => text.includes(`  id: ${JSON.stringify(id)},`));
    if (source === undefined) throw new Error(`The source of the lint rule ${id} was not found.`);
    return {
      id,
      subject: source.subject,
      text: commentOf(source.text, id),
    };
  });
  return found.sort((left, right) =>
    left.subject === right.subject
      ? compare(left.id, right.id)
      : compare(left.subject, right.subject),
  );
}

function compare(left: string, right: string): number {
  return left < right ? -1 : 1;
}

function readSources(): readonly { readonly subject: string; readonly text: string }[] {
  return readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts"))
    .map((file) => {
      const parts = file.split("/");
      return { subject: parts.at(-2) ?? "", text: readText(`${folder}/${file}`) };
    });
}

/** Returns the comment before the declaration with an id, as plain text. */
function commentOf(source: string, id: string): string {
  const before = source.slice(0, source.indexOf(`  id: ${JSON.stringify(id)},`));
  const [, comment = ""] =
    /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:export )?const [^;]*$/.exec(before) ?? [];
  return comment
    .replace(/^\s*\* ?/gm, "")
    .replace(/\s+/g, " ")
    .trim();
}
