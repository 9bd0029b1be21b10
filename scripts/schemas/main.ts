/** Writes the JSON Schema of the configuration, which is derived from the schema that checks it. */
import { writeFileSync } from "node:fs";
import { configSchemaText } from "./config-schema.js";

const path = new URL("../../codegen/schemas/config.schema.json", import.meta.url);
writeFileSync(path, await configSchemaText());
