import { assemble } from "../../../codegen/src/model/assemble/assemble.js";
import { validateModel } from "../../../codegen/src/lint/validate-model.js";

/**
 * Lints a model in IDL 2.0 of the namespace `a`, and returns the events of rules as lines `SEVERITY shape id`.
 * @param rules the ids of the rules; other events are left out
 */
export function eventsOf(idl: string, ...rules: readonly string[]): readonly string[] {
  const text = `$version: "2"\nnamespace a\n${idl}`;
  const bytes = new TextEncoder().encode(text);
  const { model, events } = assemble([{ name: "model.smithy", bytes }]);
  const broken = events.filter(({ severity }) => severity === "ERROR");
  if (broken.length > 0) throw new Error(broken.map(({ message }) => message).join("\n"));
  return validateModel(model, { events })
    .filter(({ id }) => rules.some((rule) => id === rule || id.startsWith(`${rule}.`)))
    .map(({ severity, shape = "-", id }) => `${severity} ${shape} ${id}`)
    .sort();
}
