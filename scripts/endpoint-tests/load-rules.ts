import { rolldown } from "rolldown";
import type { EndpointRules, OperationTraits } from "../../codegen/runtime/client/service-types.js";
import { loadModel } from "../../codegen/src/load/load-model.js";
import { buildService } from "../../codegen/src/ir/build-service.js";
import type { RuleParameter } from "../../codegen/src/ir/endpoints.js";
import { code, commas } from "../../codegen/src/emit/code/code.js";
import type { Declaration } from "../../codegen/src/emit/code/declarations.js";
import { propertyKey } from "../../codegen/src/emit/code/access.js";
import { endpointTraitOf } from "../../codegen/src/emit/client/endpoint-parameters.js";
import { endpointRulesModule } from "../../codegen/src/emit/client/endpoint-rules-module.js";
import { runtimeFiles } from "../../codegen/src/emit/service/runtime-files.js";
import { printModules } from "../../codegen/src/print/print-modules.js";
import { readRuntimeSources } from "../../codegen/src/runtime-sources.js";

interface Member {
  readonly traits?: Readonly<Record<string, unknown>>;
}

interface Shape {
  readonly type: string;
  readonly traits?: Readonly<Record<string, unknown>>;
  readonly members?: Readonly<Record<string, Member>>;
}

/** A model's JSON, as far as this script reads it. */
export interface ModelJson {
  readonly shapes: Readonly<Record<string, Shape>>;
}

/** The generated code of a model's endpoint rules, and what it was generated from. */
export interface LoadedRules {
  readonly rules: EndpointRules;
  /** The functions that return the endpoint parameters of operations, by the operations' names. */
  readonly operations: Readonly<Record<string, OperationTraits["endpoint"]>>;
  readonly parameters: readonly RuleParameter[];
  readonly resolveEndpoint: typeof import("../../codegen/runtime/client/endpoint.js").resolveEndpoint;
  /** The text of the module of the rules. */
  readonly text: string;
  readonly warnings: readonly string[];
}

/** Returns the service shape of a model; `undefined` if there is none, or several. */
export function serviceOf({ shapes }: ModelJson): Shape | undefined {
  const services = Object.values(shapes).filter(({ type }) => type === "service");
  return services.length === 1 ? services[0] : undefined;
}

/** Generates the endpoint rules of a model in memory, and loads the code. */
export async function loadRules(name: string, json: ModelJson): Promise<LoadedRules | undefined> {
  const bytes = new TextEncoder().encode(JSON.stringify(asRestJson(json)));
  const { model, diagnostics } = loadModel({ name, bytes }, []);
  const service = buildService(model, {}, [], diagnostics);
  const rulesModule = endpointRulesModule(service);
  if (rulesModule === undefined) return undefined;
  const entries = service.operations.flatMap((operation) => {
    const trait = endpointTraitOf(operation);
    return trait === undefined ? [] : [code`${propertyKey(operation.name)}: ${trait}`];
  });
  const operations: Declaration = {
    kind: "const",
    name: "operations",
    docs: "",
    exported: true,
    type: undefined,
    value: code`{ ${commas(entries)} }`,
  };
  const resolver: Declaration = {
    kind: "re-export",
    module: "runtime/client/endpoint",
    names: [{ name: "resolveEndpoint", typeOnly: false }],
  };
  const module = {
    ...rulesModule,
    declarations: [...rulesModule.declarations, operations, resolver],
  };
  const files = runtimeFiles([module], await readRuntimeSources());
  let text = "";
  for (const printed of printModules([module], ".js")) ({ text } = printed);
  const loaded = (await evaluate(text, files)) as Record<string, unknown>;
  return {
    rules: loaded["endpointRules"] as EndpointRules,
    operations: loaded["operations"] as LoadedRules["operations"],
    resolveEndpoint: loaded["resolveEndpoint"] as LoadedRules["resolveEndpoint"],
    parameters: service.endpoints?.parameters ?? [],
    text,
    warnings: diagnostics.warnings.map(({ message }) => message),
  };
}

/**
 * Returns a copy of a model whose service uses restJson1, and whose operations have no HTTP bindings.
 * Endpoint rules do not depend on the protocol.
 */
function asRestJson(json: ModelJson): ModelJson {
  const shapes = Object.entries(json.shapes).map(([id, shape]): [string, Shape] => {
    const traits = withoutBindings(shape.traits ?? {});
    if (shape.type === "service") traits["aws.protocols#restJson1"] = {};
    if (shape.type === "operation") traits["smithy.api#http"] = { method: "POST", uri: "/" };
    const members = Object.entries(shape.members ?? {}).map(([name, member]): [string, Member] => [
      name,
      { ...member, traits: withoutBindings(member.traits ?? {}) },
    ]);
    return [
      id,
      { ...shape, traits, ...(members.length === 0 ? {} : { members: byName(members) }) },
    ];
  });
  return { ...json, shapes: Object.fromEntries(shapes) };
}

function byName(members: readonly [string, Member][]): Record<string, Member> {
  return Object.fromEntries(members);
}

function withoutBindings(traits: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(traits).filter(([id]) => !/^smithy\.api#http(?!\w+Auth$)/.test(id)),
  );
}

async function evaluate(text: string, files: ReadonlyMap<string, string>): Promise<unknown> {
  const build = await rolldown({
    input: "endpoint-rules.ts",
    platform: "browser",
    plugins: [
      {
        name: "files in memory",
        resolveId: (id, importer) => {
          if (importer === undefined) return id;
          if (!id.startsWith(".")) return null;
          return new URL(id, `file:///${importer}`).pathname.slice(1).replace(/\.js$/, ".ts");
        },
        load: (id) => (id === "endpoint-rules.ts" ? text : (files.get(id) ?? null)),
      },
    ],
  });
  const { output } = await build.generate({ format: "esm" });
  await build.close();
  return import(`data:text/javascript,${encodeURIComponent(output[0].code)}`);
}
