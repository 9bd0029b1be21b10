import { loadAjv } from "./ajv.js";
import { loadArktype } from "./arktype.js";
import { loadOurs } from "./ours.js";
import { loadSchemasafe } from "./schemasafe.js";
import { loadTypebox } from "./typebox.js";
import { loadTypia } from "./typia.js";
import { loadValibot } from "./valibot.js";
import type { Validator } from "./validator.js";
import { loadZod } from "./zod.js";

/** Every validator, ours first. */
export async function loadValidators(): Promise<Validator[]> {
  return [
    await loadOurs(),
    await loadTypia(),
    loadSchemasafe(),
    loadAjv(),
    await loadTypebox(),
    await loadArktype(),
    await loadValibot(),
    await loadZod(),
  ];
}
