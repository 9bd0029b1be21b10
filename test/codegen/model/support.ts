import { assemble, type Assembled } from "../../../codegen/src/model/assemble/assemble.js";
import type { SmithyModel, ValidationEvent } from "../../../codegen/src/model/model.js";
import type { NodeObject } from "../../../codegen/src/model/node.js";
import { toAst, type AstOptions } from "../../../codegen/src/model/to-ast.js";

/** Assembles files: IDL as text, JSON ASTs as objects. */
export function assembled(files: Readonly<Record<string, string | object>>): Assembled {
  return assemble(
    Object.entries(files).map(([name, content]) => ({
      name,
      bytes: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)),
    })),
  );
}

/** IDL of version 2 in the namespace `test`. */
export function idl(text: string): string {
  return `$version: "2.0"\nnamespace test\n${text}`;
}

/** Assembles statements of version 2, which must have no mistakes. */
export function modelOf(...texts: readonly string[]): SmithyModel {
  const files = texts.map((text, index) => [`${index}.smithy`, idl(text)]);
  const { model, events } = assembled(Object.fromEntries(files) as Record<string, string>);
  const errors = events.filter(({ severity }) => severity === "ERROR");
  if (errors.length > 0) throw new Error(errors.map(shown).join("\n"));
  return model;
}

/** The shapes of the JSON AST, whose ids go without `test#`, and those of the prelude without their namespace. */
export function shapesOf(model: SmithyModel, options?: AstOptions): NodeObject {
  const text = JSON.stringify(toAst(model, options)["shapes"]);
  return JSON.parse(text.replace(/"(?:test|smithy\.api)#/g, '"')) as NodeObject;
}

/** The shapes that statements of version 2 define. */
export function astOf(...texts: readonly string[]): NodeObject {
  return shapesOf(modelOf(...texts));
}

/** Events as `LINE:COLUMN SEVERITY SHAPE ID: MESSAGE`, without those about deprecated versions. */
export function eventsOf(files: Readonly<Record<string, string | object>>): string[] {
  return assembled(files)
    .events.filter(({ id }) => id !== "ModelDeprecation")
    .map(shown);
}

function shown(event: ValidationEvent): string {
  const { location, severity, shape = "-", id, message, hint } = event;
  const place = `${location.file}:${location.line}:${location.column}`;
  return `${place} ${severity} ${shape} ${id}: ${message}${hint === undefined ? "" : `. ${hint}`}`;
}

