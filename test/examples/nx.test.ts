import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Monorepo, services } from "./support/monorepo.js";

let monorepo: Monorepo;

beforeAll(async () => {
  monorepo = await Monorepo.create("nx", ["nx"]);
}, 280_000);

afterAll(() => {
  monorepo.remove();
});

/** Runs all tasks, and returns which services were generated and which came from the cache. */
function generate(): Readonly<Record<"generated" | "cached", readonly string[]>> {
  const folder = (name: string): string => join(monorepo.folder, "node_modules/.cache", name);
  const cache = folder("nx");
  monorepo.run("nx/dist/bin/nx.js", ["run-many", "--target=generate", "--outputStyle=static"], {
    NX_DAEMON: "false",
    NX_NO_CLOUD: "true",
    NX_TUI: "false",
    NX_CACHE_DIRECTORY: cache,
    NX_WORKSPACE_DATA_DIRECTORY: folder("nx-data"),
    // Nx would otherwise keep these below the system's folder for temporary files.
    NX_NATIVE_FILE_CACHE_DIRECTORY: folder("nx-native"),
    NX_SOCKET_DIR: join(monorepo.folder, "node_modules/.s"),
  });
  const { tasks } = JSON.parse(readFileSync(join(cache, "run.json"), "utf8")) as {
    readonly tasks: readonly { readonly projectName: string; readonly cacheStatus: string }[];
  };
  const having = (status: string): readonly string[] =>
    tasks
      .filter(({ cacheStatus }) => cacheStatus === status)
      .map(({ projectName }) => projectName)
      .sort();
  return { generated: having("cache-miss"), cached: having("local-cache-hit") };
}

describe("ten services with Nx", () => {
  let first: ReadonlyMap<string, string>;

  it("are generated", () => {
    expect(generate()).toEqual({ generated: services, cached: [] });
    first = monorepo.outputs();
    const manifests = [...first.keys()].filter((path) => path.endsWith("manifest.json"));
    expect(manifests).toEqual(services.map((service) => `${service}/manifest.json`));
  });

  it("are answered from the cache, byte for byte, in a fresh checkout", () => {
    monorepo.clean();
    expect(generate()).toEqual({ generated: [], cached: services });
    expect(monorepo.outputs()).toEqual(first);
  });

  it("are generated again where the model has changed, and only there", () => {
    monorepo.changeModel("service-07");
    expect(generate()).toEqual({
      generated: ["service-07"],
      cached: services.filter((service) => service !== "service-07"),
    });
    const changed = [...monorepo.outputs()].filter(([path, text]) => first.get(path) !== text);
    expect(new Set(changed.map(([path]) => path.split("/")[0]))).toEqual(new Set(["service-07"]));
  });

  it("are all generated again with another version of the generator", () => {
    monorepo.changeGenerator();
    expect(generate()).toEqual({ generated: services, cached: [] });
  });
});
