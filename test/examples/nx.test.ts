import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Monorepo, services } from "./support/monorepo.js";

let monorepo: Monorepo;

beforeAll(() => {
  monorepo = new Monorepo("nx", ["nx"]);
});

afterAll(() => {
  monorepo.remove();
});

/** Runs all tasks, and returns how many were answered from the cache. */
function generate(): { readonly cached: number; readonly text: string } {
  const text = monorepo.run(
    "nx/dist/bin/nx.js",
    ["run-many", "--target=generate", "--outputStyle=static"],
    {
      NX_DAEMON: "false",
      NX_NO_CLOUD: "true",
      NX_TUI: "false",
      NX_CACHE_DIRECTORY: join(monorepo.folder, "node_modules/.cache/nx"),
      NX_WORKSPACE_DATA_DIRECTORY: join(monorepo.folder, "node_modules/.cache/nx-data"),
    },
  );
  expect(text).toMatch(/Successfully ran target generate for 10 projects/);
  const [, cached = "0"] =
    /read the output from the cache instead of running the command for (\d+) out of 10 tasks/.exec(
      text,
    ) ?? [];
  return { cached: Number(cached), text };
}

describe("ten services with Nx", () => {
  let first: ReadonlyMap<string, string>;

  it("are generated", () => {
    expect(generate().cached).toBe(0);
    first = monorepo.outputs();
    const manifests = [...first.keys()].filter((path) => path.endsWith("manifest.json"));
    expect(manifests).toEqual(services.map((service) => `${service}/manifest.json`));
  });

  it("are answered from the cache, byte for byte, in a fresh checkout", () => {
    monorepo.clean();
    expect(generate().cached).toBe(10);
    expect(monorepo.outputs()).toEqual(first);
  });

  it("are generated again where the model has changed, and only there", () => {
    monorepo.changeModel("service-07");
    expect(generate().cached).toBe(9);
    const changed = [...monorepo.outputs()].filter(([path, text]) => first.get(path) !== text);
    expect(new Set(changed.map(([path]) => path.split("/")[0]))).toEqual(new Set(["service-07"]));
  });
});
