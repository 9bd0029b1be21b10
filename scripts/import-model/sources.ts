import type { Documentation } from "./documentation.js";
import type { SdkDeclarations } from "./read-sdk-declarations.js";
import type { SdkSchemas } from "./read-sdk-schemas.js";
import type { ServiceTable } from "./read-tables.js";
import type { SimpleShapes } from "./simple-shapes.js";

/** The sources of a model. */
export type Sources = {
  readonly schemas: SdkSchemas;
  readonly declarations: SdkDeclarations;
  readonly service: ServiceTable;
  readonly simpleShapes: SimpleShapes;
  readonly documentation: Documentation;
};

/** The operation that a structure is the input or output of. */
export type Role = { readonly role: "Input" | "Output"; readonly operation: string };
