import { toJsonSchema } from "@valibot/to-json-schema";
import { format } from "prettier";
import { configSchema } from "../../codegen/src/config/config-schema.js";

/** The text of the JSON Schema of the configuration. */
export async function configSchemaText(): Promise<string> {
  const { $schema, ...schema } = toJsonSchema(configSchema, { target: "draft-07" });
  const json = {
    $schema,
    $id: "https://unpkg.com/smithy-codec/schemas/config.schema.json",
    title: "Configuration of smithy-codec",
    description: "What smithy-codec generates. Paths are relative to the folder of the file.",
    ...schema,
  };
  return format(JSON.stringify(json), { parser: "json", printWidth: 100 });
}
