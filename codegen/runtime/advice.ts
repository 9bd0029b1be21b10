import { isObject } from "./json.js";
import { at, type Key } from "./path.js";
import { report, type CheckPlace } from "./validation.js";

/** A pattern for text that a service documents only in prose. */
export interface AdvisedForm {
  readonly pattern: RegExp;
  /** The text that follows "Member must" in the message. */
  readonly expected: string;
}

/** Rules for a member that are not constraints of the model. They are checked only on request. */
export interface Advice {
  /** For a string; `keys` and `values` are for a map of strings. */
  readonly text?: AdvisedForm;
  readonly keys?: AdvisedForm;
  readonly values?: AdvisedForm;
  /** Whether keys of a map must be unique regardless of case, like header names. */
  readonly distinctKeys?: boolean;
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
