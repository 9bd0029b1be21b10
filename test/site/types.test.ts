import { expect, it } from "vitest";
import type { Member, Shape } from "../../codegen/src/ir/ir.js";
import { typeMarkdown } from "../../scripts/site/pages/reference/types.js";

const text = { kind: "string" } as Shape;
const api = { kind: "structure", symbol: "Api" } as Shape;
const listOf = (target: Shape): Shape => ({ kind: "list", member: { target } as Member }) as Shape;
const mapOf = (target: Shape): Shape =>
  ({ kind: "map", key: { target: text } as Member, value: { target } as Member }) as Shape;

it.each<[given: Shape, want: string]>([
  [text, "`string`"],
  [listOf(listOf(text)), "`string[][]`"],
  [mapOf(listOf(text)), "`Record<string, string[]>`"],
  [listOf(api), "[`Api`](/reference/shapes#api)`[]`"],
  [mapOf(api), "`Record<string, `[`Api`](/reference/shapes#api)`>`"],
])("shows a type as code, with links to its shapes (%#)", (given, want) => {
  expect(typeMarkdown(given)).toBe(want);
});
