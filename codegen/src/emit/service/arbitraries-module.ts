import type { Service } from "../../ir/service.js";
import type { Structure, Union } from "../../ir/ir.js";
import { code, type Code, type Reference } from "../code/code.js";
import type { ConstDeclaration, LocalExport, Module, ReExport } from "../code/declarations.js";
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
      ...shapes.flatMap(arbitrariesOf),
      ...messages(service),
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
function arbitrariesOf(shape: Structure | Union): ConstDeclaration[] {
  // By way of the index, whose namespace takes one line.
  const exported = { module: "index", namespace: "model" } as const;
  const isError = shape.kind === "structure" && shape.error !== undefined;
  const typeName = isError ? membersReference(shape).name : shape.symbol;
  const type = code`${{ name: typeName, typeOnly: true, ...exported }}`;
  const table: Reference = { name: tableReference(shape).name, typeOnly: false, ...exported };
  return [
    arbitrary(validName(shape), type, code`${runtime("validValues")}(${table})`),
    ...(hasRules(shape)
      ? [
          arbitrary(
            almostValidName(shape),
            code`${runtime("AlmostValid")}`,
            code`${runtime("almostValidValues")}(${table})`,
          ),
        ]
      : []),
  ];
}

function validName({ symbol }: Structure | Union): string {
  return `arbitrary${symbol}`;
}

function almostValidName({ symbol }: Structure | Union): string {
  return `almostValid${symbol}`;
}

/** Returns the exports of the arbitraries of inputs and outputs under the names of their operations. */
function messages({ operations }: Service): LocalExport[] {
  const names = operations.flatMap(({ symbol, input, output }) =>
    [
      { shape: input, role: "Input" },
      { shape: output, role: "Output" },
    ].flatMap(({ shape, role }) => {
      if (shape === undefined) return [];
      const valid = { name: validName(shape), as: `${role.toLowerCase()}Of${symbol}` };
      return hasRules(shape)
        ? [valid, { name: almostValidName(shape), as: `invalid${role}Of${symbol}` }]
        : [valid];
    }),
  );
  return names.length === 0 ? [] : [{ kind: "local-export", names }];
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
