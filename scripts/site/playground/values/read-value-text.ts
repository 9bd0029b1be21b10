import { syntaxErrorIn } from "../../../../codegen/src/validate/locate.js";
import type { ServiceInfo, TypeInfo } from "../info/service-info.js";
import { fromJsonForm, type FormProblem } from "./from-json-form.js";

/** A typed value from a text, or what is wrong with the text. */
export type ReadValue =
  | { readonly ok: true; readonly value: unknown; readonly problems: readonly FormProblem[] }
  | { readonly ok: false; readonly offset: number; readonly message: string };

/** Reads the JSON form of a typed value. */
export function readValueText(
  text: string,
  type: TypeInfo | undefined,
  shapes: ServiceInfo["shapes"],
): ReadValue {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    const { offset, message } = syntaxErrorIn(text);
    return { ok: false, offset, message };
  }
  return { ok: true, ...fromJsonForm(json, type, shapes) };
}
