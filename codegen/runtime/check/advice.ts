import { isObject, own } from "../json/json.js";
import { at, type Key } from "../values/path.js";
import { report, type CheckPlace } from "./validation.js";
import type { Advice, AdvisedForm } from "../tables.js";

/** Checks the rules for members, by their names, if an option asks for it. */
export function checkAdvisedMembers(
  value: Record<string, unknown>,
  here: CheckPlace,
  advised: Readonly<Record<string, Advice>>,
): void {
  if (here.context.options?.advice !== true) return;
  for (const [name, advice] of Object.entries(advised)) {
    checkAdvice(own(value, name), here, name, advice);
  }
}

/** Checks the rules for a member. */
export function checkAdvice(value: unknown, here: CheckPlace, key: Key, advice: Advice): void {
  const place = at(here, key);
  if (typeof value === "string") checkForm(value, place, advice.text);
  if (!isObject(value)) return;
  const seen = new Set<string>();
  for (const [name, item] of Object.entries(value)) {
    const entry = at(place, name);
    checkForm(name, entry, advice.keys);
    if (typeof item === "string") checkForm(item, entry, advice.values);
    const folded = name.toLowerCase();
    if (advice.distinctKeys === true && seen.has(folded)) {
      report(entry, "advice", "have a key that is unique regardless of case", "another key");
    }
    seen.add(folded);
  }
}

function checkForm(text: string, here: CheckPlace, form: AdvisedForm | undefined): void {
  if (form !== undefined && !form.pattern.test(text)) {
    report(here, "advice", form.expected, "another string");
  }
}
