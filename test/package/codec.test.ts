import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startAnsweringService } from "./support/answering-service.js";
import { compile, compilers, installCompilers } from "./support/compilers.js";
import { loadedModules } from "./support/loaded-modules.js";
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

  it("brings along what the client signs with, and no compiler", () => {
    expect(broughtAlong).toEqual([
      "@smithy/core",
      "@smithy/signature-v4",
      "@smithy/types",
      "apigatewayv2-codec",
      "tslib",
    ]);
  });

  describe.each(["dist", "dist/bundle"])("in %s", (name) => {
    const folder = (): string => join(project, "node_modules/apigatewayv2-codec", name);
    const codecs = (): string[] => [
      "index.js",
      ...operationsOf(project, ".js").map((operation) => `operations/${operation}.js`),
    ];

    it("the codecs import no package, and nothing of the client", () => {
      const { files, packages } = loadedModules(folder(), codecs());
      expect(files.length).toBeGreaterThan(100);
      expect(packages).toEqual([]);
      expect(files.filter((path) => /^(?:client|endpoint-rules)|\/client\//.test(path))).toEqual(
        [],
      );
      // What a bundle has of a module cannot be told by its name.
      const texts = files.map((path) => readFileSync(join(folder(), path), "utf8"));
      expect(texts.filter((text) => /AWS4-HMAC|fetch\(|maxAttempts/.test(text))).toEqual([]);
    });

    it("the arbitraries import only fast-check, a peer", () => {
      expect(loadedModules(folder(), ["arbitraries.js"]).packages).toEqual(["fast-check"]);
    });

    it("the client imports only the signer's package, which the build includes in the bundle", () => {
      const { files, packages } = loadedModules(folder(), ["client.js"]);
      expect(packages).toEqual(name === "dist" ? ["@smithy/signature-v4"] : []);
      expect(files.some((path) => path.startsWith("arbitraries"))).toBe(false);
    });
  });

  it.each(compilers)(
    "has types that need no others than those of the language, TypeScript %s",
    async (version) => {
      const operations = operationsOf(project, ".d.ts");
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

  it.each(
    compilers.flatMap((version) => [
      { version, lib: ["es2022"], types: ["node"], skipLibCheck: false },
      // The declarations of @smithy/types, to which those of the client refer, need those of Node.
      { version, lib: ["es2022", "dom"], types: [], skipLibCheck: true },
      { version, lib: ["es2022"], types: [], skipLibCheck: true },
    ]),
  )(
    "has a client with types, TypeScript $version, $lib, types $types",
    async ({ version, ...libraries }) => {
      writeFiles(project, {
        "client.ts": `import { ApiGatewayV2, type ClientConfig } from "apigatewayv2-codec/client";
        export type * as client from "apigatewayv2-codec/client";
        const config: ClientConfig = { region: "eu-central-1", credentials: false };
        const api = new ApiGatewayV2(config);
        export const key = async (ApiId: string): Promise<string | undefined> => (await api.getApi({ ApiId })).Name;
        // @ts-expect-error: the input has no such member
        export const wrong = api.getApi({ ApiID: "a1" });`,
      });
      const options = { ...libraries, module: "nodenext" };
      expect(await compile(version, project, ["client.ts"], options)).toBe("");
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

  it("is used by import, and calls a service", async () => {
    const options = { noEmit: false, module: "nodenext", outDir: "built" };
    expect(await compile("6.0", project, ["consumer.ts"], options)).toBe("");
    const service = await startAnsweringService();
    const text = `import { results } from "./built/consumer.js";
      console.log(JSON.stringify(await results("${service.endpoint}")));`;
    const output = await node("import.js", text).finally(service.stop);
    expect(JSON.parse(output)).toEqual(
      JSON.parse(readFileSync(new URL("consumer-results.json", import.meta.url), "utf8")),
    );
  }, 60_000);

  it("is used by require, and gives it the classes that import gives", async () => {
    const output = await node(
      "require.cjs",
      `const main = require("apigatewayv2-codec");
      const { serializeRequest } = require("apigatewayv2-codec/operations/GetApi");
      const { AbortError, ApiGatewayV2 } = require("apigatewayv2-codec/client");
      Promise.all([import("apigatewayv2-codec"), import("apigatewayv2-codec/client")]).then(([{ NotFoundException }, client]) => {
        console.log(serializeRequest({ ApiId: "a1" }).path, NotFoundException === main.NotFoundException);
        console.log(typeof new ApiGatewayV2().getApi.safe, client.AbortError === AbortError);
      });`,
    );
    expect(output).toBe("/v2/apis/a1 true\nfunction true");
  });

  it("has one class for each error, whichever entry it is thrown by", async () => {
    const output = await node(
      "classes.js",
      `import { GetApi as GetApiOfMain, NotFoundException, SerializationException, serializeError, ValidationException } from "apigatewayv2-codec";
      import { ApiGatewayV2, createClient } from "apigatewayv2-codec/client";
      import * as GetApi from "apigatewayv2-codec/operations/GetApi";
      import * as CreateApi from "apigatewayv2-codec/operations/CreateApi";
      const caught = (action) => { try { action(); } catch (error) { return error; } };
      const response = { statusCode: 404, headers: { "x-amzn-errortype": "NotFoundException" }, body: "{}" };
      const notFound = caught(() => GetApi.deserializeResponse(response));
      const unreadable = caught(() => GetApi.deserializeResponse({ statusCode: 200, body: "[" }));
      const invalid = caught(() => CreateApi.deserializeRequest({ method: "POST", path: "/v2/apis", headers: { "content-type": "application/json" }, body: "{}" }));
      console.log(notFound instanceof NotFoundException, unreadable instanceof SerializationException, invalid instanceof ValidationException, serializeError(notFound).statusCode);
      const config = { region: "eu-central-1", credentials: false, validate: true, requestHandler: { handle: async () => ({ response }) } };
      const clients = [new ApiGatewayV2(config), createClient({ GetApi }, config), createClient({ GetApi: GetApiOfMain }, config)];
      for (const { getApi } of clients) {
        const failures = [await getApi.safe({ ApiId: "a1" }), await getApi.safe({ ApiId: 1 })].map(({ error }) => error);
        console.log(failures[0] instanceof NotFoundException, failures[1] instanceof ValidationException || failures[1] instanceof SerializationException);
      }`,
    );
    expect(output).toBe("true true true 404\ntrue true\ntrue true\ntrue true");
  });

  it("loads two files for an operation, two more for the main entry, and one more for the client", async () => {
    const output = await node(
      "loaded.cjs",
      `const { registerHooks } = require("node:module");
      const loaded = [];
      registerHooks?.({ load(url, context, next) { if (url.includes("node_modules")) loaded.push(url.split("/dist/")[1]); return next(url, context); } });
      (async () => {
        for (const entry of ["/operations/GetApi", "", "/client"]) {
          await import("apigatewayv2-codec" + entry);
          console.log(registerHooks === undefined ? "cannot be told" : loaded.splice(0).sort().join(" "));
        }
      })();`,
    );
    const byEntry = [
      "bundle/operations/GetApi.js bundle/shared.js",
      "bundle/index.js bundle/operations.js",
      "bundle/client.js",
    ];
    expect([byEntry, byEntry.map(() => "cannot be told")]).toContainEqual(output.split("\n"));
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
      const entries = ["index", "client", "arbitraries"].map((name) => `${sources}/${name}.ts`);
      expect(await compile(version, project, entries, options)).toBe("");
    },
    timeout,
  );
});

/** The names of all operations, by files with an ending. */
function operationsOf(project: string, ending: string): string[] {
  return readdirSync(join(project, "node_modules/apigatewayv2-codec/dist/operations"))
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length));
}
