import { test } from "vitest";
import { readFileSync, readdirSync } from "node:fs";
import { assemble } from "/work/wt/model/codegen/src/model/assemble/assemble.js";
test("x", () => {
  const dir = "/work/shared/idl-tests/trait-definitions";
  const sources = readdirSync(dir).map((n) => ({ name: n, bytes: readFileSync(`${dir}/${n}`) }));
  const { model, events } = assemble(sources, { library: new Map() });
  const types = new Map(), traits = new Map();
  const add = (m: Map<string, number>, k: string) => m.set(k, (m.get(k) ?? 0) + 1);
  for (const s of model.shapes.values()) { add(types, s.type + (s.mixins.length ? " MIXED" : "")); for (const h of [s, ...s.members.values()]) for (const t of h.traits.keys()) add(traits, t); }
  console.log(types, traits);
});
