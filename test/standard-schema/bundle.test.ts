import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { expect, it } from "vitest";

const index = fileURLToPath(new URL("../../generated/src/index.ts", import.meta.url));

/** The text of a bundle that uses what is exported under one name. */
async function bundle(name: string): Promise<string> {
  const entry = "\0entry";
  const build = await rolldown({
    input: "entry",
    treeshake: { moduleSideEffects: false },
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === "entry" ? entry : undefined),
        load: (id) =>
          id === entry
            ? `import { ${name} } from ${JSON.stringify(index)}; use(${name});`
            : undefined,
      },
    ],
  });
  const { output } = await build.generate({ minify: false });
  await build.close();
  return output[0].code;
}

/** The names of the structures and unions whose tables are in code. */
function tablesIn(code: string): string[] {
  const tables = code.matchAll(/type: "(?:structure|union)",\s+name: "(\w+)"/g);
  return [...tables].flatMap(([, name]) => name ?? []).sort();
}

it("leaves schemas and tables out of the bundle of who does not use XSchema", async () => {
  const code = await bundle("validateCreateRouteRequest");
  expect(code).toContain("checkCreateRouteRequest(value, here)");
  expect(code).not.toMatch(/SchemaWriter|draft-07|~standard/);
  expect(tablesIn(code)).toEqual([]);
});

it("takes into the bundle of who uses XSchema the schemas that it refers to, and no others", async () => {
  const code = await bundle("CreateRouteRequestSchema");
  expect(tablesIn(code)).toEqual(["CreateRouteRequest", "ParameterConstraints"]);
});
