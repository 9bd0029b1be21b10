import type { Enum, NamedShape, Structure, Union } from "../../../../codegen/src/ir/ir.js";
import type { Service } from "../../../../codegen/src/ir/service.js";
import { tableOf } from "../../markdown/escape.js";
import type { Page } from "../../page.js";
import { documentationOf, membersTable } from "./members-table.js";

/** The page with all shapes that are not the input or output of an operation. */
export function shapesPage({ shapes, operations, errors }: Service): Page {
  const messages = new Set(operations.flatMap(({ input, output }) => [input?.id, output?.id]));
  const described = shapes
    .filter(({ id }) => !messages.has(id))
    .sort((left, right) => (left.symbol < right.symbol ? -1 : 1));
  const isError = (shape: NamedShape): boolean => errors.some(({ id }) => id === shape.id);
  const structures = described.filter(
    (shape): shape is Structure | Union =>
      (shape.kind === "structure" || shape.kind === "union") && !isError(shape),
  );
  const enums = described.filter((shape): shape is Enum => shape.kind === "enum");
  return {
    path: "reference/shapes",
    title: "Shapes",
    description: "The structures, enums and errors of API Gateway V2.",
    frontMatter: { outline: [2, 3] },
    text: [
      "# Shapes",
      "The data in the inputs and outputs of operations. For each structure `X`, the package exports the type `X`, the functions `serializeX`, `deserializeX` and `validateX`, and the schema `XSchema`. Inputs and outputs are on the [pages of their operations](/reference/).",
      "## Structures",
      ...structures.map(structureText),
      "## Enums",
      "An enum is an object with the values, and a type of the same name that is the union of the values.",
      ...enums.map(enumText),
      "## Errors",
      "Each error is a class with `name`, `message`, `$fault` and `$metadata`.",
      ...errors.map(errorText),
    ].join("\n\n"),
  };
}

function structureText(shape: Structure | Union): string {
  const note = shape.kind === "union" ? "A union: exactly one member is present." : "";
  return joined(
    `### ${shape.symbol}`,
    documentationOf(shape.documentation),
    note,
    membersTable(shape.members, "body"),
  );
}

function enumText({ symbol, documentation, values }: Enum): string {
  const hasTexts = values.some((value) => value.documentation.text !== "");
  const list = hasTexts
    ? tableOf(
        ["Value", "Description"],
        values.map((value) => [`\`${value.value}\``, documentationOf(value.documentation)]),
      )
    : values.map(({ value }) => `\`${value}\``).join(", ");
  return joined(`### ${symbol}`, documentationOf(documentation), list);
}

function errorText({ symbol, documentation, members, error }: Structure): string {
  const fact = `Status ${error?.statusCode ?? ""}, a fault of the ${error?.fault ?? ""}.${error?.retryable === undefined ? "" : " Clients retry it."}`;
  return joined(
    `### ${symbol}`,
    documentationOf(documentation),
    fact,
    membersTable(members, "body"),
  );
}

function joined(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join("\n\n");
}
