import type { Operation, Service, Structure, Union } from "../ir/ir.js";
import { code, type Code, type Reference } from "./code.js";
import type { FunctionDeclaration, Module, ReExport } from "./declarations.js";
import { runtime } from "./runtime.js";
import { functionReference, isMembered } from "./shape-references.js";
import { dataType } from "./types.js";

/*
 * Arbitraries for tests, by fast-check: the one package that any file of the output imports. The
 * arbitraries of shapes have a file of their own, so that those of operations can be other names
 * for them.
 */

const shapesModule = "arbitraries-of-shapes";

/** The files of the arbitraries. */
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

/** A stream of events has no values of its own; it stands in an input or output. */
function isStream(shape: Structure | Union): boolean {
  return shape.kind === "union" && shape.streaming;
}

/** Whether a value can break a rule: none does by what is in a document, or in a stream that nobody has read. */
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

/** What the arbitraries of a shape are re-exported as. */
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

/** What the inputs and outputs of operations that take or return nothing are re-exported as. */
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
    `Valid values of ${shape.name}.`,
    type,
    code`return ${runtime("validValues")}(${functionReference(shape, "describe")}) as ${type};`,
  );
}

function almostValidFunction(shape: Structure | Union): FunctionDeclaration {
  return makeFunction(
    `almostValid${shape.symbol}`,
    `Values of ${shape.name} in each of which one rule is broken.`,
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
