import type { JsonObject } from "../../runtime/types.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Service } from "../ir/service.js";
import type { Model } from "../load/ast.js";
import type { Components } from "./components.js";
import type { OpenApiVersion } from "./document.js";
import type { ShapeSchemas } from "./shape-schemas.js";
import { toVersion30 } from "./version-3-0.js";

/** What the parts of a document are made from. */
export interface Context {
  readonly model: Model;
  readonly service: Service;
  readonly version: OpenApiVersion;
  readonly isXml: boolean;
  readonly components: Components;
  readonly schemas: ShapeSchemas;
  readonly diagnostics: Diagnostics;
}

/** Returns a schema in the dialect of the document's version. */
export function inDialect({ version }: Context, schema: JsonObject): JsonObject {
  return version === "3.0" ? toVersion30(schema) : schema;
}
