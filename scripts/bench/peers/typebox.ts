import { loadPeer } from "../setup/peer.js";
import type { Validator } from "./validator.js";

type Part = object;

interface Builder {
  Object(members: Record<string, Part>): Part;
  Optional(part: Part): Part;
  String(options?: object): Part;
  Literal(value: string): Part;
  Union(parts: readonly Part[]): Part;
  Record(key: Part, value: Part): Part;
}

interface Compiler {
  Compile(schema: Part): {
    Check(value: unknown): boolean;
    Errors(value: unknown): Iterable<unknown>;
  };
}

/** TypeBox with its compiler, which checks first and collects errors only if the value is invalid. */
export async function loadTypebox(): Promise<Validator> {
  const { Type } = (await loadPeer("@sinclair/typebox")) as { Type: Builder };
  const { TypeCompiler } = (await loadPeer("@sinclair/typebox/compiler")) as {
    TypeCompiler: Compiler;
  };
  const compiled = TypeCompiler.Compile(
    Type.Object({
      ContentHandlingStrategy: Type.Optional(
        Type.Union([Type.Literal("CONVERT_TO_BINARY"), Type.Literal("CONVERT_TO_TEXT")]),
      ),
      IntegrationResponseId: Type.Optional(Type.String()),
      IntegrationResponseKey: Type.String(),
      ResponseParameters: Type.Optional(
        Type.Record(Type.String(), Type.String({ minLength: 1, maxLength: 512 })),
      ),
      ResponseTemplates: Type.Optional(
        Type.Record(Type.String(), Type.String({ maxLength: 32768 })),
      ),
      TemplateSelectionExpression: Type.Optional(Type.String()),
    }),
  );
  return {
    name: "typebox",
    remark: "counts UTF-16 units",
    validate: (value) => compiled.Check(value) || [...compiled.Errors(value)],
    countIssues: (value) => [...compiled.Errors(value)].length,
  };
}
