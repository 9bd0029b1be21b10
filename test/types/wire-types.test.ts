import { join } from "node:path";
import fc from "fast-check";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { buildService } from "../../codegen/src/ir/build-service.js";
import { isInherited } from "../../codegen/src/ir/identifiers.js";
import type { Member, Structure, Union } from "../../codegen/src/ir/ir.js";
import { jsonNameOf, presenceOf } from "../../codegen/src/ir/wire.js";
import { loadModel } from "../../codegen/src/load/load-model.js";
import { repository } from "../codegen/support/generated.js";
import { featuresSource, importFeatures } from "../support/features.js";
import { createLanguageService } from "../support/language-service.js";
import { wireJson } from "../support/wire-json.js";

/** A line with a constant of a type, and whether the compiler is to accept it. */
interface Line {
  readonly text: string;
  readonly isValid: boolean;
}

const seed = Math.floor(Math.random() * 2 ** 31);

/** Random JSON of a shape, and the same with each of its members missing or of no type of JSON. */
function linesOf(shape: Structure | Union): Line[] {
  const members = new Map(shape.members.map((member) => [jsonNameOf(member), member]));
  const line = (json: string, isValid: boolean): Line => ({
    text: `{ const _: model.${shape.symbol}Wire = ${json}; }`,
    isValid,
  });
  const isOptional = (key: string): boolean => {
    const member = members.get(key);
    return shape.kind !== "union" && member !== undefined && presenceOf(member) !== "required";
  };
  const values = fc.sample(wireJson(shape, false), { numRuns: 4, seed });
  return values.flatMap((value) => {
    // Members with names that all objects have are not in the type.
    const json = Object.entries(value as object).filter(([key]) => !isInherited(key));
    const without = (key: string): string =>
      JSON.stringify(Object.fromEntries(json.filter(([name]) => name !== key)));
    const whole = JSON.stringify(Object.fromEntries(json));
    return json.length === 0 && shape.kind === "union"
      ? []
      : [
          line(whole, true),
          ...json.map(([key]) => line(without(key), isOptional(key))),
          ...json
            .filter(([key]) => !isEmptyStructure(members.get(key)))
            .map(([key]) => line(`{ ...${whole}, ${JSON.stringify(key)}: symbol }`, false)),
        ];
  });
}

/** The compiler accepts anything for a type without members. */
function isEmptyStructure(member: Member | undefined): boolean {
  return member?.target.kind === "structure" && member.target.members.length === 0;
}

describe(`types of JSON, seed ${seed}`, () => {
  let lines: Line[];
  let refused: Map<number, string>;

  beforeAll(async () => {
    await importFeatures("wire-types");
    const { model, diagnostics } = loadModel(featuresSource, []);
    lines = buildService(model, {}, [], diagnostics).shapes.flatMap((shape) =>
      shape.kind === "structure" || shape.kind === "union" ? linesOf(shape) : [],
    );
    const path = join(repository, "test/.generated/wire-types/values.ts");
    const head = `import type * as model from "./index.js"; declare const symbol: symbol;`;
    const text = [head, ...lines.map((line) => line.text)].join("\n");
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022);
    const found = createLanguageService(repository, path, text).getSemanticDiagnostics(path);
    refused = new Map(
      found.map(({ start = 0, messageText }) => [
        file.getLineAndCharacterOfPosition(start).line - 1,
        ts.flattenDiagnosticMessageText(messageText, "\n"),
      ]),
    );
  });

  it("take all valid JSON, and JSON without optional members", () => {
    const wrong = lines.flatMap(({ text, isValid }, index) => {
      const message = refused.get(index);
      return isValid && message !== undefined ? [`${text}\n${message}`] : [];
    });
    expect(wrong).toEqual([]);
    expect(refused.get(-1)).toBeUndefined();
  });

  it("refuse values of other types, and JSON without a required member", () => {
    const wrong = lines.filter(({ isValid }, index) => !isValid && !refused.has(index));
    expect(wrong.map(({ text }) => text)).toEqual([]);
  });
});
