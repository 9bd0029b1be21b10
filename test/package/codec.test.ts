import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile, compilers, installCompilers } from "./support/compilers.js";
import { packPackages, repository } from "./support/packages.js";
import {
  addPackages,
  createProject,
  installedIn,
  removeProject,
  writeFiles,
} from "./support/project.js";
import { runOrFail } from "./support/run.js";

const timeout = 280_000;

describe("apigatewayv2-codec, installed from its tarball into an empty project", () => {
  let project: string;
  let broughtAlong: string[];
  beforeAll(async () => {
    const { codec } = await packPackages();
    await installCompilers();
    project = await createProject([codec]);
    broughtAlong = installedIn(project);
    await addPackages(project, ["@types/node@20", "fast-check@4"]);
    const consumer = readFileSync(join(repository, "test/package/consumer.ts"), "utf8");
    writeFiles(project, { "consumer.ts": consumer });
  }, timeout);
  afterAll(() => {
    removeProject(project);
  });

  const node = async (name: string, text: string): Promise<string> => {
    writeFiles(project, { [name]: text });
    return (await runOrFail(process.execPath, [name], project)).trim();
  };

  it("brings no compiler and no run-time library along", () => {
    expect(broughtAlong).toEqual(["@smithy/types", "apigatewayv2-codec", "tslib"]);
  });

  it("runs without any of the packages that it depends on for types", () => {
    const imports = readdirSync(join(project, "node_modules/apigatewayv2-codec/dist"), {
      recursive: true,
      encoding: "utf8",
    })
      .filter((path) => path.endsWith(".js"))
      .flatMap((path) => {
        const file = join(project, "node_modules/apigatewayv2-codec/dist", path);
        return [
          ...readFileSync(file, "utf8").matchAll(/^(?:import|export|\}).* from "([^"]+)";$/gm),
        ];
      })
      .map(([, source = ""]) => source);
    expect(imports.length).toBeGreaterThan(1000);
    const fromElsewhere = imports.filter((source) => !source.startsWith("."));
    // For tests alone, and a peer: who uses the arbitraries has it.
    expect(new Set(fromElsewhere)).toEqual(new Set(["fast-check"]));
  });

  it.each(compilers)(
    "has types that need no others than those of the language, TypeScript %s",
    async (version) => {
      const operations = readdirSync(
        join(project, "node_modules/apigatewayv2-codec/dist/operations"),
      ).flatMap((name) => /^(.*)\.d\.ts$/.exec(name)?.[1] ?? []);
      const entries = [
        ".",
        "types",
        "arbitraries",
        ...operations.map((name) => `operations/${name}`),
      ];
      writeFiles(project, {
        "entries.ts": entries
          .map((entry) => join("apigatewayv2-codec", entry))
          .map((entry, index) => `export type * as entry${index} from "${entry}";`)
          .join("\n"),
        "language.ts": `import { GetApi, validateApi, type Api } from "apigatewayv2-codec";
        export const path: string = GetApi.serializeRequest({ ApiId: "a1" }).path;
        export const check = (api: Api): boolean => validateApi(api).ok;`,
      });
      expect(operations).toHaveLength(103);
      const options = { types: [], lib: ["es2022"], module: "nodenext" };
      expect(await compile(version, project, ["entries.ts", "language.ts"], options)).toBe("");
    },
    timeout,
  );

  it.each([
    { lib: ["es2022"], types: ["node"] },
    { lib: ["es2022", "dom"], types: [] },
  ])(
    "knows the streams of the web where the compiler does: $lib, types $types",
    async (libraries) => {
      writeFiles(project, {
        "streams.ts": `import type { StreamingBody } from "apigatewayv2-codec";
        export const bodies: StreamingBody[] = [new ReadableStream(), new Blob([]), "text", new Uint8Array()];
        // @ts-expect-error: a number is no body
        export const wrong: StreamingBody = 1;`,
      });
      const options = { ...libraries, module: "nodenext", skipLibCheck: true };
      expect(await compile("6.0", project, ["streams.ts"], options)).toBe("");
    },
    timeout,
  );

  it("is used by import", async () => {
    const options = { noEmit: false, module: "nodenext", outDir: "built" };
    expect(await compile("6.0", project, ["consumer.ts"], options)).toBe("");
    const text =
      'import { results } from "./built/consumer.js"; console.log(JSON.stringify(results));';
    expect(JSON.parse(await node("import.js", text))).toEqual(
      JSON.parse(readFileSync(new URL("consumer-results.json", import.meta.url), "utf8")),
    );
  }, 60_000);

  it("is used by require, and gives it the classes that import gives", async () => {
    const output = await node(
      "require.cjs",
      `const main = require("apigatewayv2-codec");
      const { serializeRequest } = require("apigatewayv2-codec/operations/GetApi");
      import("apigatewayv2-codec").then(({ NotFoundException }) => {
        console.log(serializeRequest({ ApiId: "a1" }).path, NotFoundException === main.NotFoundException);
      });`,
    );
    expect(output).toBe("/v2/apis/a1 true");
  });

  it("has one class for each error, whichever entry it is thrown by", async () => {
    const output = await node(
      "classes.js",
      `import { NotFoundException, SerializationException, serializeError, ValidationException } from "apigatewayv2-codec";
      import * as GetApi from "apigatewayv2-codec/operations/GetApi";
      import * as CreateApi from "apigatewayv2-codec/operations/CreateApi";
      const caught = (action) => { try { action(); } catch (error) { return error; } };
      const notFound = caught(() => GetApi.deserializeResponse({ statusCode: 404, headers: { "x-amzn-errortype": "NotFoundException" }, body: "{}" }));
      const unreadable = caught(() => GetApi.deserializeResponse({ statusCode: 200, body: "[" }));
      const invalid = caught(() => CreateApi.deserializeRequest({ method: "POST", path: "/v2/apis", headers: { "content-type": "application/json" }, body: "{}" }));
      console.log(notFound instanceof NotFoundException, unreadable instanceof SerializationException, invalid instanceof ValidationException, serializeError(notFound).statusCode);`,
    );
    expect(output).toBe("true true true 404");
  });

  it("has the same error classes in the server as in the main entry", async () => {
    const output = await node(
      "server-classes.js",
      `import { NotFoundException } from "apigatewayv2-codec";
      import { createHandler } from "apigatewayv2-codec/server";
      import { toLambdaHandler } from "apigatewayv2-codec/server/lambda";
      import { toNodeListener } from "apigatewayv2-codec/server/node";
      const handler = createHandler({ GetApi: () => { throw new NotFoundException({}); } });
      const event = { httpMethod: "GET", path: "/v2/apis/a" };
      console.log((await toLambdaHandler(handler)(event)).statusCode, typeof toNodeListener(handler));`,
    );
    expect(output).toBe("404 function");
  });

  it("loads two files for an operation, and two more for the main entry", async () => {
    const output = await node(
      "loaded.cjs",
      `const { registerHooks } = require("node:module");
      const loaded = [];
      registerHooks?.({ load(url, context, next) { if (url.includes("apigatewayv2-codec")) loaded.push(url.split("/dist/")[1]); return next(url, context); } });
      const sorted = () => loaded.splice(0).sort().join(" ");
      import("apigatewayv2-codec/operations/GetApi").then(() => {
        const operation = sorted();
        return import("apigatewayv2-codec").then(() => console.log(registerHooks === undefined ? "cannot be told" : operation + "; then " + sorted()));
      });`,
    );
    expect([
      "bundle/operations/GetApi.js bundle/shared.js; then bundle/index.js bundle/operations.js",
      "cannot be told",
    ]).toContain(output);
  });

  it("makes values for tests, where fast-check is there", async () => {
    const output = await node(
      "values.js",
      `import fc from "fast-check";
      import { GetApi } from "apigatewayv2-codec";
      import { inputOfGetApi } from "apigatewayv2-codec/arbitraries";
      const [input] = fc.sample(inputOfGetApi(), 1);
      console.log(GetApi.deserializeRequest(GetApi.serializeRequest(input)).ApiId === input.ApiId);`,
    );
    expect(output).toBe("true");
  });

  it("keeps what is inside to itself", async () => {
    const output = await node(
      "inside.js",
      'import("apigatewayv2-codec/dist/index.js").catch(({ code }) => console.log(code));',
    );
    expect(output).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED");
  });

  // Both options are tried with both values under each compiler; all four pairs would only take longer.
  const settings = [
    { module: "esnext", moduleResolution: "bundler", exactOptionalPropertyTypes: true },
    { module: "nodenext", moduleResolution: "nodenext", exactOptionalPropertyTypes: false },
  ];

  describe.each(compilers)("TypeScript %s", (version) => {
    it.each(settings)(
      "compiles a consumer, $moduleResolution, exactOptionalPropertyTypes $exactOptionalPropertyTypes",
      async (options) => {
        expect(await compile(version, project, ["consumer.ts"], options)).toBe("");
      },
      timeout,
    );
  });

  it.each(["5.9", "6.0", "7.0"] as const)(
    "TypeScript %s compiles all of its sources, which come along",
    async (version) => {
      const options = {
        module: "nodenext",
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        erasableSyntaxOnly: true,
        isolatedDeclarations: true,
        declaration: true,
      };
      const sources = "node_modules/apigatewayv2-codec/src";
      const entries = [`${sources}/index.ts`, `${sources}/arbitraries.ts`];
      expect(await compile(version, project, entries, options)).toBe("");
    },
    timeout,
  );
});
