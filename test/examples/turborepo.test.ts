import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Monorepo, services } from "./support/monorepo.js";

let monorepo: Monorepo;

beforeAll(() => {
  monorepo = new Monorepo("turborepo", ["turbo", "@turbo"]);
});

afterAll(() => {
  monorepo.remove();
});

/** Runs all tasks, and returns how many there were, and how many were answered from the cache. */
function generate(): { readonly total: number; readonly cached: number; readonly text: string } {
  const text = monorepo.run("turbo/bin/turbo", ["run", "generate", "--ui=stream"], {
    TURBO_TELEMETRY_DISABLED: "1",
    TURBO_CACHE_DIR: join(monorepo.folder, "node_modules/.cache/turbo"),
    TURBO_NO_UPDATE_NOTIFIER: "1",
  });
  const [, total = ""] = /Tasks:\s+\d+ successful, (\d+) total/.exec(text) ?? [];
  const [, cached = ""] = /Cached:\s+(\d+) cached/.exec(text) ?? [];
  return { total: Number(total), cached: Number(cached), text };
}

describe("ten services with Turborepo", () => {
  let first: ReadonlyMap<string, string>;

  it("are generated", () => {
    expect(generate()).toMatchObject({ total: 10, cached: 0 });
    first = monorepo.outputs();
    const manifests = [...first.keys()].filter((path) => path.endsWith("manifest.json"));
    expect(manifests).toEqual(services.map((service) => `${service}/manifest.json`));
  });

  it("are answered from the cache, byte for byte, in a fresh checkout", () => {
    monorepo.clean();
    expect(generate()).toMatchObject({ total: 10, cached: 10 });
    expect(monorepo.outputs()).toEqual(first);
  });

  it("are generated again where the model has changed, and only there", () => {
    monorepo.changeModel("service-03");
    const { cached, text } = generate();
    expect(cached).toBe(9);
    expect(text).toMatch(/service-03:generate: cache miss/);
    const changed = [...monorepo.outputs()].filter(([path, text]) => first.get(path) !== text);
    expect(new Set(changed.map(([path]) => path.split("/")[0]))).toEqual(new Set(["service-03"]));
  });
});
