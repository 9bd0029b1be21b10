import { cpSync, existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compile, installCompilers } from "./support/compilers.js";
import { packPackages, repository } from "./support/packages.js";
import { createProject, installedIn, removeProject, writeFiles } from "./support/project.js";
import { run, runOrFail } from "./support/run.js";

const timeout = 280_000;

describe("smithy-codec, installed from its tarball into an empty project", () => {
  let project: string;
  beforeAll(async () => {
    const { generator } = await packPackages();
    await installCompilers();
    project = await createProject([generator]);
    cpSync(join(repository, "test/package/parcels.json"), join(project, "parcels.json"));
  }, timeout);
  afterAll(() => {
    removeProject(project);
  });

  const smithyCodec = join("node_modules", ".bin", "smithy-codec");
  const generate = ["generate", "--model", "parcels.json", "--client", "--out", "generated"];

  it(
    "generates from a stranger's model by its command, and finds no drift afterwards",
    async () => {
      const written = await run(smithyCodec, generate, project);
      expect(written).toMatchObject({ status: 0, stderr: "" });
      expect(readdirSync(join(project, "generated/operations")).sort()).toEqual([
        "GetLabel.ts",
        "SendParcel.ts",
        "TrackParcel.ts",
      ]);
      const checked = await run(smithyCodec, [...generate, "--check"], project);
      expect(checked).toMatchObject({ status: 0 });
    },
    timeout,
  );

  it("refuses a model with errors without a stack trace", async () => {
    const model = '{ "smithy": "2.0", "shapes": {} }';
    const { status, stderr } = await run(
      smithyCodec,
      ["generate", "--model", "-", "--out", "nowhere"],
      project,
      model,
    );
    expect(status).toBe(1);
    expect(stderr).toMatch(/service/);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(existsSync(join(project, "nowhere"))).toBe(false);
  });

  it(
    "generates by its API, used by import and by require",
    async () => {
      const text = `
      const bytes = readFileSync("parcels.json");
      readRuntimeSources()
        .then((runtime) => generate({ model: { name: "parcels.json", bytes }, runtime, operations: ["TrackParcel"] }))
        .then(({ files }) => console.log([...files.keys()].filter((path) => path.startsWith("operations/")).join()));`;
      writeFiles(project, {
        "api.js": `import { readFileSync } from "node:fs"; import { generate, readRuntimeSources } from "smithy-codec"; ${text}`,
        "api.cjs": `const { readFileSync } = require("node:fs"); const { generate, readRuntimeSources } = require("smithy-codec"); ${text}`,
      });
      for (const name of ["api.js", "api.cjs"]) {
        const output = await runOrFail(process.execPath, [name], project);
        expect(output.trim(), name).toBe("operations/TrackParcel.ts");
      }
    },
    timeout,
  );

  it(
    "has types that compile with all declarations checked",
    async () => {
      writeFiles(project, {
        "api.ts": `import { generate, ModelError, type GenerateResult } from "smithy-codec";
        export const result = (bytes: Uint8Array): Promise<GenerateResult> =>
          generate({ model: { name: "m.json", bytes }, runtime: new Map() });
        // @ts-expect-error -- there has to be a model
        export const without = (): unknown => generate({ runtime: new Map() });
        export const lines = (error: ModelError): string[] => error.message.split("\\n");`,
      });
      const options = { module: "nodenext", types: [] };
      expect(await compile("6.0", project, ["api.ts"], options)).toBe("");
    },
    timeout,
  );

  describe("what it generates, in a project that has @smithy/types and nothing else", () => {
    let consumer: string;
    beforeAll(async () => {
      consumer = await createProject(["@smithy/types@4", "@types/node@20"]);
      cpSync(join(project, "generated"), join(consumer, "parcels"), { recursive: true });
      writeFiles(consumer, { "use.ts": use });
    }, timeout);
    afterAll(() => {
      removeProject(consumer);
    });

    const options = {
      module: "nodenext",
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      noPropertyAccessFromIndexSignature: true,
      noUnusedLocals: true,
      noUnusedParameters: true,
      noImplicitOverride: true,
      noImplicitReturns: true,
    };

    it.each(["5.9", "6.0", "7.0"] as const)(
      "compiles under TypeScript %s",
      async (version) => {
        const files = ["use.ts", "parcels/index.ts", "parcels/client.ts"];
        const strictest = { ...options, erasableSyntaxOnly: true };
        expect(await compile(version, consumer, files, strictest)).toBe("");
      },
      timeout,
    );

    it(
      "runs",
      async () => {
        expect(installedIn(consumer)).toEqual([
          "@smithy/types",
          "@types/node",
          "tslib",
          "undici-types",
        ]);
        const emitting = { ...options, noEmit: false, outDir: "built" };
        expect(await compile("7.0", consumer, ["use.ts"], emitting)).toBe("");
        expect(JSON.parse(await runOrFail(process.execPath, ["built/use.js"], consumer))).toEqual({
          path: "/parcels/p%2F10",
          query: { since: "2024-05-01T00:00:00Z" },
          state: "delivered",
          limit: 30000,
          issues: ["/grams", "/to"],
          // The model says nothing about endpoints and authentication.
          without: "endpoint",
          called: "GET https://parcels.example/parcels/p%2F10",
        });
      },
      timeout,
    );
  });
});

const use = `import { SendParcel, State, TooHeavy, TrackParcel, serializeError, validateSendParcelInput } from "./parcels/index.js";
import { createClient, Parcels, type HttpHandler } from "./parcels/client.js";

const { path, query } = TrackParcel.serializeRequest({
  parcelId: "p/10",
  since: new Date("2024-05-01T00:00:00Z"),
});
const { state } = TrackParcel.deserializeResponse({ statusCode: 200, body: '{"state":"delivered"}' });
const answer = serializeError(new TooHeavy({ message: "too heavy", limit: 30_000 }));
let limit: number | undefined;
try {
  SendParcel.deserializeResponse(answer);
} catch (error) {
  if (error instanceof TooHeavy) limit = error.limit;
}
const validation = validateSendParcelInput({ grams: 0 });
const known: State = State.DELIVERED;
const requestHandler: HttpHandler = {
  handle: () => Promise.resolve({ response: { statusCode: 200, headers: {}, body: '{"state":"delivered"}' } }),
};
const without = await new Parcels({ requestHandler }).trackParcel.safe({ parcelId: "p/10" });
let called = "";
const { trackParcel } = createClient({ TrackParcel }, {
  endpoint: "https://parcels.example",
  requestHandler,
  onRequest: ({ method, url }) => (called = \`\${method} \${url}\`),
});
await trackParcel({ parcelId: "p/10" });
console.log(
  JSON.stringify({
    path,
    query,
    state: state === known ? state : "unknown",
    limit,
    issues: validation.ok ? [] : validation.issues.map((issue) => issue.path).sort(),
    without: !without.ok && without.error.name === "ConfigurationError" ? without.error.property : "",
    called,
  }),
);
`;
