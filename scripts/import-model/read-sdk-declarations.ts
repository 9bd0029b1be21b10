import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as sdk from "@aws-sdk/client-apigatewayv2";
import ts from "typescript";
import { isObject } from "./json.js";

/** The information that only the type declarations and their comments have. */
export type SdkDeclarations = {
  /** The version of the installed package. */
  readonly packageVersion: string;
  /** The values of every enum, by member name. */
  readonly enums: ReadonlyMap<string, Readonly<Record<string, string>>>;
  /** The enum that is the type of a member, by `Shape$Member`. */
  readonly enumOfMember: ReadonlyMap<string, string>;
  /** The errors of every operation. */
  readonly errors: ReadonlyMap<string, readonly string[]>;
};

/** Reads the type declarations of the installed SDK package. */
export function readSdkDeclarations(): SdkDeclarations {
  const manifestFile = createRequire(import.meta.url).resolve(
    "@aws-sdk/client-apigatewayv2/package.json",
  );
  const manifest: unknown = JSON.parse(readFileSync(manifestFile, "utf8"));
  const types = join(dirname(manifestFile), "dist-types");
  const models = parseDeclarations(join(types, "models"));
  const enums = readEnums(models);
  return {
    packageVersion: isObject(manifest) ? String(manifest["version"]) : "unknown",
    enums,
    enumOfMember: readEnumMembers(models, enums),
    errors: readErrors(join(types, "commands")),
  };
}

function parseDeclarations(folder: string): ts.SourceFile[] {
  return declarationFiles(folder).map((file) =>
    ts.createSourceFile(file, readFileSync(join(folder, file), "utf8"), ts.ScriptTarget.Latest),
  );
}

function declarationFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".d.ts"))
    .sort();
}

/** Finds enums: constant objects together with a type of the same name. */
function readEnums(files: readonly ts.SourceFile[]): Map<string, Readonly<Record<string, string>>> {
  const enums = new Map<string, Readonly<Record<string, string>>>();
  const exported: Readonly<Record<string, unknown>> = { ...sdk };
  for (const statement of files.flatMap((file) => [...file.statements])) {
    if (!ts.isTypeAliasDeclaration(statement)) continue;
    const values = exported[statement.name.text];
    if (isObject(values) && isStringRecord(values)) enums.set(statement.name.text, values);
  }
  return enums;
}

function readEnumMembers(
  files: readonly ts.SourceFile[],
  enums: ReadonlyMap<string, unknown>,
): Map<string, string> {
  const enumOfMember = new Map<string, string>();
  for (const statement of files.flatMap((file) => [...file.statements])) {
    if (!ts.isInterfaceDeclaration(statement)) continue;
    for (const member of statement.members) {
      if (
        !ts.isPropertySignature(member) ||
        member.type === undefined ||
        !ts.isIdentifier(member.name)
      )
        continue;
      const name = findReference(member.type, (reference) => enums.has(reference));
      if (name !== undefined) enumOfMember.set(`${statement.name.text}$${member.name.text}`, name);
    }
  }
  return enumOfMember;
}

/** Returns the first type name that satisfies a condition, also inside unions, arrays and records. */
function findReference(node: ts.Node, matches: (name: string) => boolean): string | undefined {
  if (
    ts.isTypeReferenceNode(node) &&
    ts.isIdentifier(node.typeName) &&
    matches(node.typeName.text)
  ) {
    return node.typeName.text;
  }
  return ts.forEachChild(node, (child) => findReference(child, matches));
}

/** Reads the errors of an operation from the `@throws` tags of its command. The schemas do not have them. */
function readErrors(folder: string): Map<string, string[]> {
  const errors = new Map<string, string[]>();
  for (const file of declarationFiles(folder)) {
    const operation = /^(\w+)Command\.d\.ts$/.exec(file)?.[1];
    if (operation === undefined) continue;
    const text = readFileSync(join(folder, file), "utf8");
    const names = [...text.matchAll(/@throws \{@link (\w+)\} \((?:client|server) fault\)/g)].map(
      (match) => String(match[1]),
    );
    errors.set(operation, names.sort());
  }
  return errors;
}

function isStringRecord(
  values: Readonly<Record<string, unknown>>,
): values is Readonly<Record<string, string>> {
  return Object.values(values).every((value) => typeof value === "string");
}
