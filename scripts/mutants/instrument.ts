import ts from "typescript";
import { listFunctions } from "./functions.js";

/** The name of the global set of called functions. An import counts as a call of the module. */
export const hitsName = "mutantHits";

/**
 * Instruments a source: every function, and the module itself, records its calls in a global set. It
 * also does so if the text is copied into generated code.
 */
export function instrument(file: string, text: string): string {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  let count = 0;
  // Noted once, since a function may be called millions of times.
  const hit = (id: string): string =>
    `(mutantHit${count++} ||= (globalThis as any).${hitsName}?.add(${JSON.stringify(file + id)}))`;
  const inserts: { at: number; text: string }[] = [];
  for (const { id, node } of listFunctions(source)) {
    const { body } = node;
    if (ts.isBlock(body)) {
      inserts.push({ at: directivesEnd(body), text: ` ${hit(id)};` });
    } else {
      inserts.push({ at: body.getStart(source), text: `(${hit(id)}, ` });
      inserts.push({ at: body.end, text: ")" });
    }
  }
  const parts: string[] = [];
  let done = 0;
  // At the same position, inserts of outer functions come first, and closing inserts were found first.
  for (const insert of [...inserts].sort((left, right) => left.at - right.at)) {
    parts.push(text.slice(done, insert.at), insert.text);
    done = insert.at;
  }
  const whole = `${parts.join("")}${text.slice(done)}\n${hit("")};\n`;
  const flags = Array.from({ length: count }, (_, index) => `mutantHit${index}: any`);
  return `${whole}var ${flags.join(", ")};\n`;
}

/** Returns the position after the call of the super constructor, which must come first. */
function directivesEnd(body: ts.Block): number {
  const [first] = body.statements;
  const isSuper =
    first !== undefined &&
    ts.isExpressionStatement(first) &&
    ts.isCallExpression(first.expression) &&
    first.expression.expression.kind === ts.SyntaxKind.SuperKeyword;
  return isSuper ? first.end : body.statements.pos;
}
