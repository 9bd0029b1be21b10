import { expect, it } from "vitest";
import { bundleModules } from "../../../scripts/site/playground/workers/bundle-modules.js";

type Start = (load: (name: string) => unknown) => Readonly<Record<string, unknown>>;

async function run(files: Readonly<Record<string, string>>): Promise<ReturnType<Start>> {
  const script = bundleModules(new Map(Object.entries(files)));
  const { default: start } = (await import(
    `data:text/javascript,${encodeURIComponent(script)}`
  )) as { default: Start };
  return start((name) => ({ name }));
}

it("runs files that import each other in circles, and packages", async () => {
  const { value, where } = await run({
    "index.ts": `export * from "./shapes/A.js"; import { name } from "re2js"; export const where: string = name;`,
    "shapes/A.ts": `import * as b from "./B.js"; export const value = (): number => b.half() * 2;`,
    "shapes/B.ts": `import { value } from "./A.js"; export const half = (): number => value.length + 1;`,
  });
  expect([(value as () => number)(), where]).toEqual([2, "re2js"]);
});

it("takes no text for an import", async () => {
  const { text } = await run({
    "index.ts": `/** import a from "./a.js" */\nexport const text: string = 'export * from "./b.js"';`,
  });
  expect(text).toBe('export * from "./b.js"');
});
