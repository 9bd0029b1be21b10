import type { Service } from "../../ir/service.js";
import type { Structure, Union } from "../../ir/ir.js";
import { code, type Code, type Reference } from "../code/code.js";
import type { ConstDeclaration, Module, ReExport } from "../code/declarations.js";
import { runtime } from "../code/runtime.js";
import { isMembered, membersReference, tableReference } from "../code/shape-references.js";

/** Returns the module of arbitraries of fast-check, for tests. */
export function arbitrariesModule(service: Service): Module {
  const shapes = service.shapes.filter(isMembered).filter((shape) => !isStream(shape));
  return {
    path: "arbitraries",
    source: service.id,
    docs: `Arbitraries of fast-check: \`arbitraryX\` and \`inputOfX\` generate valid values, \`almostValidX\` and
\`invalidInputOfX\` generate values that violate exactly one rule.`,
    declarations: [
      {
        kind: "re-export",
        module: runtime("AlmostValid").module,
        names: [{ name: "AlmostValid", typeOnly: true }],
      },
      ...noMembers(service),
      ...shapes.flatMap((shape) =>
        arbitrariesOf(shape, `arbitrary${shape.symbol}`, `almostValid${shape.symbol}`),
      ),
      ...service.operations.flatMap(({ symbol, input, output }) => [
        ...arbitrariesOf(input, `inputOf${symbol}`, `invalidInputOf${symbol}`),
        ...arbitrariesOf(output, `outputOf${symbol}`, `invalidOutputOf${symbol}`),
      ]),
    ],
  };
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

/** Returns the constants with the arbitraries of a shape. */
function arbitrariesOf(
  shape: Structure | Union | undefined,
  valid: string,
  almostValid: string,
): ConstDeclaration[] {
  if (shape === undefined) return [];
  // By way of the index, whose namespace takes one line.
  const exported = { module: "index", namespace: "model" } as const;
  const isError = shape.kind === "structure" && shape.error !== undefined;
  const typeName = isError ? membersReference(shape).name : shape.symbol;
  const type = code`${{ name: typeName, typeOnly: true, ...exported }}`;
  const table: Reference = { name: tableReference(shape).name, typeOnly: false, ...exported };
  return [
    arbitrary(valid, type, code`${runtime("validValues")}(${table})`),
    ...(hasRules(shape)
      ? [
          arbitrary(
            almostValid,
            code`${runtime("AlmostValid")}`,
            code`${runtime("almostValidValues")}(${table})`,
          ),
        ]
      : []),
  ];
}

/** Returns a constant with a function, so that the module does nothing when it is loaded. */
function arbitrary(name: string, type: Code, values: Code): ConstDeclaration {
  return {
    kind: "const",
    name,
    docs: "",
    exported: true,
    isAttached: true,
    type: code`${runtime("ArbitraryOf")}<${type}>`,
    value: code`() => ${values}`,
  };
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
