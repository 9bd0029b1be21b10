import type { Operation, Service, Structure, Union } from "../ir/ir.js";
import { code, type Code, type Reference } from "./code.js";
import type { FunctionDeclaration, Module, ReExport } from "./declarations.js";
import { runtime } from "./runtime.js";
import { functionReference, isMembered } from "./shape-references.js";
import { dataType } from "./types.js";

/*
 * Arbitraries of fast-check, for tests. The arbitraries of shapes have a separate module, so that
 * those of operations can be re-exports with other names.
 */

const shapesModule = "arbitraries-of-shapes";

/** Returns the modules of the arbitraries. */
export function arbitrariesModules(service: Service): Module[] {
  const shapes = service.shapes.filter(isMembered).filter((shape) => !isStream(shape));
  const reExports = [
    ...shapes.flatMap((shape) =>
      namesOf(shape, `arbitrary${shape.symbol}`, `almostValid${shape.symbol}`),
    ),
    ...service.operations.flatMap(operationNames),
  ];
  return [
    {
      path: "arbitraries",
      source: service.id,
      declarations: [
        { kind: "re-export", module: shapesModule, names: reExports },
        {
          kind: "re-export",
          module: runtime("AlmostValid").module,
          names: [{ name: "AlmostValid", typeOnly: true }],
        },
        ...noMembers(service),
      ],
    },
    {
      path: shapesModule,
      source: service.id,
      declarations: shapes.flatMap((shape) => [
        validFunction(shape),
        ...(hasRules(shape) ? [almostValidFunction(shape)] : []),
      ]),
    },
  ];
}

/** Returns whether a shape is an event stream, which exists only within an input or output. */
function isStream(shape: Structure | Union): boolean {
  return shape.kind === "union" && shape.streaming;
}

/** Returns whether a value can violate a rule. Contents of documents and streams cannot. */
function hasRules({ kind, members }: Structure | Union): boolean {
  if (kind === "union" && members.length > 1) return true;
  return members.some(({ target, required, defaultValue }) => {
    const takesAny = target.kind === "document" || ("streaming" in target && target.streaming);
    return !takesAny || (kind === "structure" && required && defaultValue === undefined);
  });
}

type Names = Extract<ReExport, { names: unknown }>["names"];

function operationNames({ symbol, input, output }: Operation): Names {
  return [
    ...namesOf(input, `inputOf${symbol}`, `invalidInputOf${symbol}`),
    ...namesOf(output, `outputOf${symbol}`, `invalidOutputOf${symbol}`),
  ];
}

/** Returns the re-exports of the arbitraries of a shape. */
function namesOf(shape: Structure | Union | undefined, valid: string, almostValid: string): Names {
  if (shape === undefined) return [];
  const { symbol } = shape;
  return [
    { name: `arbitrary${symbol}`, as: valid, typeOnly: false },
    ...(hasRules(shape)
      ? [{ name: `almostValid${symbol}`, as: almostValid, typeOnly: false }]
      : []),
  ];
}

/** Returns the re-exports for operations without input or output. */
function noMembers({ operations }: Service): ReExport[] {
  const names = operations.flatMap(({ symbol, input, output }) => [
    ...(input === undefined ? [`inputOf${symbol}`] : []),
    ...(output === undefined ? [`outputOf${symbol}`] : []),
  ]);
  if (names.length === 0) return [];
  return [
    {
      kind: "re-export",
      module: runtime("noMembers").module,
      names: names.map((as) => ({ name: "noMembers", as, typeOnly: false })),
    },
  ];
}

function validFunction(shape: Structure | Union): FunctionDeclaration {
  const type = arbitraryOf(dataType(shape));
  return makeFunction(
    `arbitrary${shape.symbol}`,
    `Generates valid values of ${shape.name}.`,
    type,
    code`return ${runtime("validValues")}(${functionReference(shape, "describe")}) as ${type};`,
  );
}

function almostValidFunction(shape: Structure | Union): FunctionDeclaration {
  return makeFunction(
    `almostValid${shape.symbol}`,
    `Generates values of ${shape.name} that violate exactly one rule.`,
    arbitraryOf(code`${runtime("AlmostValid")}`),
    code`return ${runtime("almostValidValues")}(${functionReference(shape, "describe")});`,
  );
}

function makeFunction(
  name: string,
  docs: string,
  returnType: Code,
  body: Code,
): FunctionDeclaration {
  return { kind: "function", name, docs, exported: true, parameters: [], returnType, body };
}

const arbitrary: Reference = { name: "Arbitrary", module: "fast-check", typeOnly: true };

function arbitraryOf(type: Code): Code {
  return code`${arbitrary}<${type}>`;
}
