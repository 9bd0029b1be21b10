import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";
import { compileErrors } from "../codegen/support/compile.js";
import {
  functionOf,
  generateFrom,
  importFiles,
  operationOf,
  type Exports,
} from "../codegen/support/generated.js";
import {
  map,
  member,
  model,
  operation,
  simple,
  structure,
  union,
  type Json,
} from "../codegen/support/models.js";

/*
 * A model's strings stay strings and comments: what is generated of a hostile model parses to the
 * statements that it was meant to hold, calls nothing but helpers, and sets no global.
 */

const call = "globalThis.pwned = 1";

/** Texts that end a string, a template, a comment, a line or an expression, and then do harm. */
const payloads: readonly string[] = [
  `*/ ${call}; /*`,
  `*\\/ ${call}; /* */`,
  `\n${call}\n`,
  `\r${call}\r`,
  `\u2028${call}\u2029`,
  `\\u002a/ ${call} //`,
  `"; ${call}; "`,
  `'; ${call}; '`,
  `\\"; ${call}; //`,
  `\\`,
  `\`; ${call}; \``,
  `\${${call}}`,
  `$$\{\`${call}\`}$&$1`,
  `</script><script>${call}</script>`,
  `&#42;&#47; ${call} <b>&#x2a;/</b>`,
  `<pre>*/ ${call}</pre><a href="https://x*/${call}">*/</a>`,
  "\u202e\u2066 } ;)\u2069 \u200f\u061c\ufeff\u0000\u001b[31m\u009b",
  "@deprecated\n@internal\n * @internal\n {@link x} \t@see y",
  "```\n*/\n```\n| a | b |\n|--|\n- *\n*",
  "\ud800 lone \udc00 \u{1f4a9}",
  "]]>`'\"-->#{}",
];
const all = payloads.join(" ");

/** The name of a member; members are sorted by name. */
function key(prefix: string, index: number): string {
  return `${prefix}${String(index).padStart(2, "0")}`;
}

function texts(index: number): Json {
  return {
    documentation: payloads[index] ?? all,
    deprecated: { message: payloads[index] ?? all, since: all },
    externalDocumentation: { [all]: all, "</x>": "*/" },
    since: all,
  };
}

const members = Object.fromEntries(
  payloads.map((payload, index) => [
    key("m", index),
    member("String", { jsonName: payload, default: payload, ...texts(index) }),
  ]),
);

const hostileStrings = model(
  {
    Do: operation("/do", { input: "Thing", output: "Thing", errors: ["Oops"], traits: texts(99) }),
    Get: operation("/a`$globalThis.pwned=1'\"\\*/b/{label}/*/c?x=`${y}\"'*/&__proto__=1", {
      input: "Queried",
      traits: texts(0),
    }),
    Thing: structure(
      {
        ...members,
        kind: "Kind",
        old: "OldKind",
        pattern: "Patterned",
        one: "One",
        text: member("Typed", { httpHeader: "x-typed" }),
        map: "Things",
      },
      texts(2),
    ),
    Things: map("String", {}, member("Patterned")),
    Oops: structure(
      { message: "String", ...members },
      {
        error: "client",
        ...texts(1),
        "aws.protocols#awsQueryError": { code: all, httpResponseCode: 400 },
      },
    ),
    Queried: structure({
      label: member("String", { httpLabel: {}, required: {} }),
      ...Object.fromEntries(
        payloads.map((payload, index) => [
          key("q", index),
          member("String", { httpQuery: payload }),
        ]),
      ),
      pre: member("Headers", { httpPrefixHeaders: "x-`$" }),
      tick: member("String", { httpHeader: "`$'*|~" }),
    }),
    Headers: map("String"),
    Kind: {
      type: "enum",
      members: Object.fromEntries(
        payloads.map((payload, index) => [
          key("k", index),
          member("Unit", { enumValue: payload, ...texts(index) }),
        ]),
      ),
    },
    OldKind: simple("string", {
      enum: [
        ...payloads.map((value, index) => ({ value, documentation: payloads[index] })),
        { value: "__proto__", name: "__proto__" },
        { value: "a-b" },
        { value: "a b" },
        { value: "a_b", name: "constructor" },
        { value: "", name: "class" },
      ],
    }),
    Patterned: simple("string", {
      pattern: "^[`'\"\\\\/*$\u2028\n{}-]+(?<=[^/])\\p{L}?/*(a|b)?$",
      length: { min: 1 },
    }),
    One: union(
      { a: member("String", texts(3)), b: member("Integer", { jsonName: all }) },
      texts(4),
    ),
    Typed: simple("string", { mediaType: `text/x; a="*/\`\${${call}}"` }),
  },
  {
    version: all,
    traits: {
      "aws.protocols#restJson1": {},
      "aws.api#service": { sdkId: `1 */ ${call}` },
      "smithy.api#documentation": all,
      "smithy.api#title": all,
    },
  },
);

/** Characters that reorder what is shown, hide in it or end lines. */
const hiding =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

describe("hostile strings", () => {
  let files: ReadonlyMap<string, string>;
  let exported: Exports;
  let globalsBefore: PropertyKey[];

  beforeAll(async () => {
    globalsBefore = Reflect.ownKeys(globalThis);
    ({ files } = await generateFrom(hostileStrings));
    exported = await importFiles("hostile-strings", files);
  });

  it("set no global when the code is loaded", () => {
    expect(globalThis).not.toHaveProperty("pwned");
    expect(Reflect.ownKeys(globalThis).filter((key) => !globalsBefore.includes(key))).toEqual([]);
  });

  it("become none of the statements, and nothing that runs", () => {
    for (const [path, text] of files) {
      if (!path.endsWith(".ts") || path.startsWith("runtime/")) continue;
      expect(foreignCode(path, text), path).toEqual([]);
    }
  });

  it("leave no characters in the code that reorder, hide or end lines", () => {
    for (const [path, text] of files) {
      expect(text, path).not.toMatch(hiding);
      expect(text, path).not.toMatch(/\p{Surrogate}/u);
    }
  });

  it("make no tags of their own in comments", () => {
    const tags = new Set<string>();
    for (const [path, text] of files) {
      if (!path.endsWith(".ts") || path.startsWith("runtime/")) continue;
      for (const tag of tagsOf(path, text)) tags.add(tag);
    }
    expect([...tags].sort()).toEqual([
      "deprecated",
      "internal",
      "module",
      "returns",
      "see",
      "since",
      "throws",
    ]);
    // The tag `internal` would take a declaration out of the types; only helpers have it.
    const thing = files.get("shapes/Thing.ts") ?? "";
    expect(
      tagsOf("Thing.ts", thing.slice(0, thing.indexOf("/** @internal */\nexport function"))),
    ).not.toContain("internal");
  });

  it("compile under the strictest settings", () => {
    expect(compileErrors(files)).toEqual([]);
  });

  it("are the same strings on the wire and in memory", () => {
    const { serializeRequest, deserializeRequest } = operationOf(exported, "Do");
    const defaults = Object.fromEntries(
      payloads.map((payload, index) => [key("m", index), payload]),
    );
    const input = {
      kind: payloads[0],
      old: "__proto__",
      one: { b: 1 },
      text: all.replace(/[^ -~]/g, ""),
    };
    const request = serializeRequest({ ...input, text: "plain" }) as { body: string };
    const wire = JSON.parse(request.body) as Json;
    expect(wire).toEqual({
      ...Object.fromEntries(payloads.map((payload) => [payload, payload])),
      kind: payloads[0],
      old: "__proto__",
      one: { [all]: 1 },
    });
    expect(deserializeRequest(request)).toEqual({ ...defaults, ...input, text: "plain" });
  });

  it("are the same strings in URIs and headers", () => {
    const { serializeRequest, deserializeRequest } = operationOf(exported, "Get");
    const input = {
      label: "*/",
      tick: "t",
      pre: { "x-`": "1" },
      ...Object.fromEntries(
        payloads.map((payload, index) => [key("q", index), payload.replace(/\p{Surrogate}/gu, "")]),
      ),
    };
    const request = serializeRequest(input) as { path: string; query: Json; headers: Json };
    expect(request.path).toBe("/a%60$globalThis.pwned=1'%22%5C*/b/%2A%2F/*/c");
    expect(Object.keys(request.query)).toEqual(["x", "__proto__", ...payloads]);
    expect(request.headers).toEqual({ "`$'*|~": "t", "x-`$x-`": "1" });
    expect(deserializeRequest(request)).toEqual(input);
  });

  it("are known values of their enums", () => {
    const kind = exported["Kind"] as Json;
    expect(Object.values(kind)).toEqual(payloads.map((_, index) => payloads[index]));
    const old = exported["OldKind"] as Json;
    expect(new Set(Object.values(old))).toEqual(
      new Set([...payloads, "__proto__", "a-b", "a b", "a_b", ""]),
    );
    expect(Object.hasOwn(old, "__proto__")).toBe(true);
    const validate = functionOf(exported, "validateThing");
    for (const value of payloads) {
      expect(validate({ kind: value, old: value })).toMatchObject({ ok: true });
    }
    expect(validate({ kind: "other" })).toMatchObject({ ok: false });
  });

  it("are patterns that match what they say", () => {
    const validate = functionOf(exported, "validateThing");
    for (const [value, ok] of [
      ["`", true],
      ["\u2028", true],
      ["/", false],
      ["", false],
    ] as const) {
      expect(validate({ pattern: value }), JSON.stringify(value)).toMatchObject({ ok });
    }
  });
});

const topLevel: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.ImportDeclaration,
  ts.SyntaxKind.ExportDeclaration,
  ts.SyntaxKind.InterfaceDeclaration,
  ts.SyntaxKind.TypeAliasDeclaration,
  ts.SyntaxKind.FunctionDeclaration,
  ts.SyntaxKind.ClassDeclaration,
  ts.SyntaxKind.VariableStatement,
]);

const forbidden = /^(?:pwned|globalThis|window|self|process|require|eval|Function|import|module)$/;

/** Statements that generated code never has, and names that it never uses. */
function foreignCode(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  const { parseDiagnostics } = file as unknown as { parseDiagnostics: readonly ts.Diagnostic[] };
  const found = parseDiagnostics.map(({ messageText }) =>
    ts.flattenDiagnosticMessageText(messageText, " "),
  );
  for (const statement of file.statements) {
    if (!topLevel.has(statement.kind)) found.push(ts.SyntaxKind[statement.kind]);
    if (ts.isVariableStatement(statement)) {
      const isConst = (statement.declarationList.flags & ts.NodeFlags.Const) !== 0;
      if (!isConst) found.push(statement.getText());
      for (const { initializer } of statement.declarationList.declarations) {
        if (initializer !== undefined && !isLiteral(initializer)) found.push(initializer.getText());
      }
    }
  }
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && forbidden.test(node.text)) found.push(node.parent.getText());
    if (
      ts.isImportDeclaration(node) &&
      !/^"(?:\.{1,2}\/|@smithy\/types")/.test(node.moduleSpecifier.getText())
    )
      found.push(node.getText());
    if (node.kind === ts.SyntaxKind.ImportKeyword && !ts.isImportDeclaration(node.parent))
      found.push("import()");
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Whether an initializer at module level runs nothing. */
function isLiteral(node: ts.Expression): boolean {
  if (ts.isAsExpression(node)) return isLiteral(node.expression);
  if (ts.isArrayLiteralExpression(node))
    return node.elements.every((element) => isLiteral(element));
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.every(
      (property) =>
        ts.isGetAccessorDeclaration(property) ||
        (ts.isPropertyAssignment(property) && isLiteral(property.initializer)),
    );
  }
  return (
    ts.isLiteralExpression(node) ||
    node.kind === ts.SyntaxKind.TrueKeyword ||
    node.kind === ts.SyntaxKind.FalseKeyword ||
    ts.isIdentifier(node) ||
    // A member of a namespace that is imported.
    (ts.isPropertyAccessExpression(node) && node.expression.getText() === "errors") ||
    ts.isArrowFunction(node) ||
    ts.isPrefixUnaryExpression(node)
  );
}

/** The tags of every comment, as the compiler and editors find them. */
function tagsOf(path: string, text: string): Set<string> {
  const tags = new Set<string>();
  const visit = (node: ts.Node): void => {
    for (const tag of ts.getJSDocTags(node)) tags.add(tag.tagName.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true));
  return tags;
}
