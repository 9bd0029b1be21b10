import { isObject } from "./json.js";
import { at, type Key } from "./path.js";
import { report, type CheckPlace } from "./validation.js";

/** A form that a service documents in prose, and that text had better have. */
export interface AdvisedForm {
  readonly pattern: RegExp;
  /** The form in words, as it stands after "Member must". */
  readonly expected: string;
}

/** What is advised of a member; it is no constraint, and so is checked only where it is asked for. */
export interface Advice {
  /** Of a string, or of each key and value of a map of strings. */
  readonly text?: AdvisedForm;
  readonly keys?: AdvisedForm;
  readonly values?: AdvisedForm;
  /** Whether two keys of a map must differ in more than case, as the names of headers do. */
  readonly distinctKeys?: boolean;
}

/** Checks a member against what is advised of it. */
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
      report(
        entry,
        "advice",
        "have a key that differs from others in more than case",
        "another key",
      );
    }
    seen.add(folded);
  }
}

function checkForm(text: string, here: CheckPlace, form: AdvisedForm | undefined): void {
  if (form !== undefined && !form.pattern.test(text)) {
    report(here, "advice", form.expected, "another string");
  }
}
