import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type TypeScript from "typescript";
import { distFolder } from "../setup/build-codec.js";
import { loadPeer, requirePeer } from "../setup/peer.js";
import type { Validator } from "./validator.js";

const source = `import typia, { tags } from "typia";

interface IntegrationResponse {
  ContentHandlingStrategy?: "CONVERT_TO_BINARY" | "CONVERT_TO_TEXT";
  IntegrationResponseId?: string;
  IntegrationResponseKey: string;
  ResponseParameters?: Record<string, string & tags.MinLength<1> & tags.MaxLength<512>>;
  ResponseTemplates?: Record<string, string & tags.MaxLength<32768>>;
  TemplateSelectionExpression?: string;
}

export const validate = typia.createValidate<IntegrationResponse>();
`;

type Transform = (
  program: TypeScript.Program,
  options: object,
  extras: { addDiagnostic: (diagnostic: unknown) => void },
) => TypeScript.TransformerFactory<TypeScript.SourceFile>;

/** typia, which generates a validator for a TypeScript type when TypeScript 5.9 compiles it. */
export async function loadTypia(): Promise<Validator> {
  const folder = new URL("typia/", distFolder);
  mkdirSync(folder, { recursive: true });
  const file = new URL("validate.cts", folder);
  writeFileSync(file, source);
  const compiler = requirePeer("typescript") as typeof TypeScript;
  const program = compiler.createProgram([fileURLToPath(file)], {
    module: compiler.ModuleKind.Node16,
    moduleResolution: compiler.ModuleResolutionKind.Node16,
    target: compiler.ScriptTarget.ES2022,
    skipLibCheck: true,
    strict: true,
    types: [],
  });
  const { default: transform } = requirePeer("typia/lib/transform") as { default: Transform };
  program.emit(undefined, undefined, undefined, false, {
    before: [
      transform(
        program,
        {},
        {
          addDiagnostic: () => {
            throw new Error("typia cannot compile its validator");
          },
        },
      ),
    ],
  });
  const { validate } = (await loadPeer(fileURLToPath(new URL("validate.cjs", folder)))) as {
    validate: (value: unknown) => {
      readonly success: boolean;
      readonly errors?: readonly unknown[];
    };
  };
  return {
    name: "typia",
    remark: "counts UTF-16 units",
    validate,
    countIssues: (value) => validate(value).errors?.length ?? 0,
  };
}
