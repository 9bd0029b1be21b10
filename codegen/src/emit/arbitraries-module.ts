import type { Member, Service, Shape, Structure, Union } from "../ir/ir.js";
import { code, commas, identifier, literal, regExpLiteral, type Code } from "./code.js";
import type { Declaration, FunctionDeclaration, Module } from "./declarations.js";
import { runtime } from "./runtime.js";
import { typeOf, dataType } from "./types.js";
import type { Reference } from "./code.js";

/** The file of arbitraries for tests, by fast-check: the one file of the output that imports a package. */
export function arbitrariesModule(service: Service): Module {
  const structures = service.shapes.filter((shape) => shape.kind === "structure");
  const unions = service.shapes.filter((shape) => shape.kind === "union");
  const named = service.shapes.filter(
    (shape) => shape.kind === "structure" || shape.kind === "union",
  );
  return {
    path: "arbitraries",
    source: service.id,
    declarations: [
      ...named.map(specFunction).filter((declaration) => declaration !== undefined),
      ...structures.flatMap(structureArbitraries),
      ...unions.map(unionArbitrary),
      ...service.operations.flatMap(({ name, symbol, input, output }) => [
        messageArbitrary(`inputOf${symbol}`, `Valid inputs of ${name}.`, input),
        messageArbitrary(`outputOf${symbol}`, `Valid outputs of ${name}.`, output),
      ]),
    ],
  };
}

const arbitrary: Reference = { name: "Arbitrary", module: "fast-check", typeOnly: true };

function arbitraryOf(type: Code): Code {
  return code`${arbitrary}<${type}>`;
}

function makeFunction(
  name: string,
  docs: string,
  returnType: Code,
  body: Code,
): FunctionDeclaration {
  return { kind: "function", name, docs, exported: true, parameters: [], returnType, body };
}

function structureArbitraries(shape: Structure): Declaration[] {
  const spec = code`${specName(shape)}()`;
  const type = dataType(shape);
  return [
    makeFunction(
      `arbitrary${shape.symbol}`,
      `Valid values of ${shape.name}.`,
      arbitraryOf(type),
      code`return ${runtime("structureValues")}(${spec}) as ${arbitraryOf(code`unknown`)} as ${arbitraryOf(type)};`,
    ),
    ...(shape.members.length === 0
      ? []
      : [
          makeFunction(
            `almostValid${shape.symbol}`,
            `Values of ${shape.name} in each of which one rule is broken.`,
            arbitraryOf(code`${runtime("AlmostValid")}`),
            code`return ${runtime("almostValid")}(${spec});`,
          ),
        ]),
  ];
}

function unionArbitrary(shape: Union): Declaration {
  const type = dataType(shape);
  return makeFunction(
    `arbitrary${shape.symbol}`,
    `Valid values of ${shape.name}.`,
    arbitraryOf(type),
    code`return ${runtime("unionValues")}(${specName(shape)}()) as ${arbitraryOf(code`unknown`)} as ${arbitraryOf(type)};`,
  );
}

function messageArbitrary(
  name: string,
  docs: string,
  structure: Structure | undefined,
): Declaration {
  const spec = structure === undefined ? code`undefined` : code`${specName(structure)}()`;
  const returnType = structure === undefined ? code`Record<string, never>` : typeOf(structure);
  return makeFunction(
    name,
    docs,
    arbitraryOf(returnType),
    code`return ${runtime("messageValues")}(${spec}) as ${arbitraryOf(code`unknown`)} as ${arbitraryOf(returnType)};`,
  );
}

function specName(shape: Structure | Union): Code {
  const { symbol } = shape.kind === "structure" ? shape.codec : shape;
  return identifier(`specOf${symbol}`);
}

/** The function that describes a shape; structures that are alike share one. */
function specFunction(shape: Structure | Union): Declaration | undefined {
  if (shape.kind === "structure" && shape.codec !== shape) return undefined;
  const members = shape.members.map((member) => memberSpec(member, true));
  return {
    kind: "function",
    name: `specOf${shape.symbol}`,
    docs: "",
    exported: false,
    parameters: [],
    returnType: code`${runtime(shape.kind === "structure" ? "StructureSpec" : "UnionSpec")}`,
    body: code`return { kind: ${literal(shape.kind)}, members: [${commas(members)}] };`,
  };
}

function memberSpec(member: Member, isNamed: boolean): Code {
  const { binding, constraints } = member;
  return code`{ ${commas([
    ...(isNamed ? [code`property: ${literal(member.property)}`] : []),
    code`target: ${shapeSpec(member.target)}`,
    ...(member.required ? [code`required: true`] : []),
    ...(binding.location === "body"
      ? []
      : [code`binding: { location: ${literal(binding.location)} }`]),
    ...constraintParts(constraints),
  ])} }`;
}

function constraintParts({ length, range, pattern }: Member["constraints"]): Code[] {
  const parts = [
    ...(length === undefined ? [] : [code`length: ${bounds(length)}`]),
    ...(range === undefined ? [] : [code`range: ${bounds(range)}`]),
    ...(pattern?.regExp === undefined
      ? []
      : [code`pattern: { regExp: ${regExpLiteral(pattern.regExp)} }`]),
  ];
  return parts.length === 0 ? [] : [code`constraints: { ${commas(parts)} }`];
}

function bounds({ min, max }: { min: number | undefined; max: number | undefined }): Code {
  return code`{ ${commas([
    ...(min === undefined ? [] : [code`min: ${literal(min)}`]),
    ...(max === undefined ? [] : [code`max: ${literal(max)}`]),
  ])} }`;
}

function shapeSpec(shape: Shape): Code {
  switch (shape.kind) {
    case "structure":
    case "union":
      return specName(shape);
    case "enum": {
      const values = shape.values.map(({ value }) => code`{ value: ${literal(value)} }`);
      return code`{ kind: "enum", type: ${literal(shape.type)}, values: [${commas(values)}] }`;
    }
    case "integer":
      return code`{ kind: "integer", type: ${literal(shape.type)} }`;
    case "list":
      return code`{ ${commas([
        code`kind: "list"`,
        code`member: ${memberSpec(shape.member, false)}`,
        ...(shape.sparse ? [code`sparse: true`] : []),
        ...(shape.uniqueItems ? [code`uniqueItems: true`] : []),
      ])} }`;
    case "map":
      return code`{ ${commas([
        code`kind: "map"`,
        code`key: ${memberSpec(shape.key, false)}`,
        code`value: ${memberSpec(shape.value, false)}`,
        ...(shape.sparse ? [code`sparse: true`] : []),
      ])} }`;
    default:
      return code`{ kind: ${literal(shape.kind)} }`;
  }
}
