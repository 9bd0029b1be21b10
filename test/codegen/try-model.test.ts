import { test } from "vitest";
import { readFileSync, readdirSync, existsSync } from "node:fs";
import { assemble } from "/work/wt/model/codegen/src/model/assemble/assemble.js";
import { libraryShapes } from "/work/wt/model/codegen/src/model/library/library.js";
import { toAst } from "/work/wt/model/codegen/src/model/to-ast.js";
import { toJsonAst } from "/work/wt/model/codegen/src/model/to-json-ast.js";
import { isSameNode } from "/work/wt/model/codegen/src/model/nodes.js";
const dir = "/work/shared/idl-tests";
const walk = (d: string): string[] => readdirSync(d, { withFileTypes: true }).flatMap((e) => e.isDirectory() ? walk(`${d}/${e.name}`) : [`${d}/${e.name}`]);
const src = (p: string) => ({ name: p.slice(dir.length + 1), bytes: readFileSync(p) });
const show = (events: any) => events.filter((e: any) => e.id !== "ModelDeprecation").map((e: any) => `   ${e.location.file}:${e.location.line}:${e.location.column} [${e.severity}] ${e.shape}: ${e.message} | ${e.id}`).join("\n");
test("lib", () => { const t = performance.now(); const n = libraryShapes().size; console.log("library", n, performance.now() - t); });
test("valid", () => {
  let ok = 0;
  for (const p of walk(`${dir}/valid`).filter((f) => f.endsWith(".smithy"))) {
    const shared = p.includes("use-shapes") ? [src(`${dir}/valid/__shared.json`)] : [];
    const one = assemble([src(p), ...shared], { allowUnknownTraits: true });
    const two = assemble([src(p.replace(".smithy", ".json")), ...shared], { allowUnknownTraits: true });
    const errs = [...one.events, ...two.events].filter((e) => e.severity === "ERROR" || e.severity === "DANGER");
    const [a, b] = [toJsonAst(one.model), toJsonAst(two.model)];
    if (!isSameNode(toAst(one.model), toAst(two.model)) || errs.length) { console.log(p, show(errs)); if (a !== b) { const [x, y] = [a.split("\n"), b.split("\n")]; const i = x.findIndex((l, i) => l !== y[i]); console.log(x.slice(i - 8, i + 5).join("\n"), "-----", y.slice(i - 8, i + 5).join("\n")); } }
    else ok++;
  }
  console.log("valid ok", ok);
});
test("invalid", () => {
  let ok = 0, n = 0;
  for (const p of walk(`${dir}/invalid`).filter((f) => f.endsWith(".smithy"))) {
    n++;
    const head = readFileSync(p, "utf8").split("\n")[0]!;
    const at = /line (\d+), column (\d+)/.exec(head);
    const { events } = assemble([src(p)], {});
    const hits = events.filter((e) => e.severity === "ERROR" || e.severity === "DANGER");
    if (hits.length === 0 || (at && !hits.some((e) => e.location.line === +at[1]! && e.location.column === +at[2]!)) ) console.log(head, "\n", show(hits));
    else { ok++; if (!at) console.log("OK", head, "\n", show(hits)); }
  }
  console.log("invalid ok", ok, "of", n);
});
test("errorfiles", () => {
  for (const p of walk(`${dir}/errorfiles/loader`).filter((f) => !f.endsWith(".errors"))) {
    const want = readFileSync(p.replace(/\.\w+$/, ".errors"), "utf8").split("\n").filter(Boolean).map((l) => /^\[(\w+)\] (\S+): .* \| (\S+)/.exec(l)).map((m) => m ? `[${m[1]}] ${m[2]} ${m[3]}` : "?").sort();
    const { events } = assemble([src(p)], {});
    const got = events.filter((e) => e.id !== "ModelDeprecation").map((e) => `[${e.severity}] ${e.shape ?? "-"} ${e.id}`).sort();
    const w = want.filter((x) => !got.includes(x)), g = got.filter((x) => !want.includes(x));
    if (w.length || g.length || want.length !== got.length) console.log(p, "\n missing", w, "\n extra", g, show(events.filter((e) => g.length)));
  }
});
