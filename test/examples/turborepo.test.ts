import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Monorepo, services } from "./support/monorepo.js";

let monorepo: Monorepo;

beforeAll(async () => {
  monorepo = await Monorepo.create("turborepo", ["turbo", "@turbo"]);
}, 280_000);

afterAll(() => {
  monorepo.remove();
});

/** Runs all tasks, and returns which services were generated and which came from the cache. */
function generate(): Readonly<Record<"generated" | "cached", readonly string[]>> {
  const summaries = join(monorepo.folder, ".turbo/runs");
  rmSync(summaries, { recursive: true, force: true });
  monorepo.run(
    "turbo/bin/turbo",
    ["run", "generate", "--ui=stream", "--no-daemon", "--summarize"],
    {
      TURBO_TELEMETRY_DISABLED: "1",
      TURBO_CACHE_DIR: join(monorepo.folder, "node_modules/.cache/turbo"),
      TURBO_NO_UPDATE_NOTIFIER: "1",
    },
  );
  const [summary = ""] = readdirSync(summaries);
  const { tasks } = JSON.parse(readFileSync(join(summaries, summary), "utf8")) as {
    readonly tasks: readonly { readonly package: string; readonly cache: { status: string } }[];
  };
  const having = (status: string): readonly string[] =>
    tasks
      .filter(({ cache }) => cache.status === status)
      .map((task) => task.package)
      .sort();
  return { generated: having("MISS"), cached: having("HIT") };
}

describe("ten services with Turborepo", () => {
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
    monorepo.changeModel("service-03");
    expect(generate()).toEqual({
      generated: ["service-03"],
      cached: services.filter((service) => service !== "service-03"),
    });
    const changed = [...monorepo.outputs()].filter(([path, text]) => first.get(path) !== text);
    expect(new Set(changed.map(([path]) => path.split("/")[0]))).toEqual(new Set(["service-03"]));
  });

  it("are all generated again with another version of the generator", () => {
    monorepo.changeGenerator();
    expect(generate()).toEqual({ generated: services, cached: [] });
  });
});
