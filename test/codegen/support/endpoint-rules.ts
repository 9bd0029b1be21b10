import { endpointTraitOf } from "../../../codegen/src/emit/client/endpoint-parameters.js";
import { endpointRulesModule } from "../../../codegen/src/emit/client/endpoint-rules-module.js";
import { code, commas } from "../../../codegen/src/emit/code/code.js";
import { propertyKey } from "../../../codegen/src/emit/code/access.js";
import type { Declaration } from "../../../codegen/src/emit/code/declarations.js";
import { emitService } from "../../../codegen/src/emit/service/emit-service.js";
import { runtimeFiles } from "../../../codegen/src/emit/service/runtime-files.js";
import { formatTypeScript } from "../../../codegen/src/format/format.js";
import type { Service } from "../../../codegen/src/ir/service.js";
import { printModules } from "../../../codegen/src/print/print-modules.js";
import { readRuntimeSources } from "smithy-codec";
import type {
  EndpointRules,
  OperationTraits,
} from "../../../codegen/runtime/client/service-types.js";
import { compileErrors } from "./compile.js";
import { importFiles } from "./generated.js";

/** What the files of `rulesFiles` export. */
export interface LoadedRules {
  readonly endpointRules: EndpointRules;
  /** The endpoint traits of the operations that have one, by the operations' names. */
  readonly endpoints: Readonly<Record<string, OperationTraits["endpoint"]>>;
}

const operationTraits = {
  ...{ name: "OperationTraits", module: "runtime/client/service-types", typeOnly: true },
};

/** Returns the files of a service and of its endpoint rules. `index.ts` exports only the latter. */
export async function rulesFiles(service: Service): Promise<Map<string, string>> {
  const rules = endpointRulesModule(service);
  if (rules === undefined) throw new Error("the service has no endpoint rules");
  const traits = service.operations.flatMap((operation) => {
    const trait = endpointTraitOf(operation);
    return trait === undefined ? [] : [code`${propertyKey(operation.name)}: ${trait}`];
  });
  const endpoints: Declaration = {
    ...{ kind: "const", name: "endpoints", docs: "", exported: true },
    type: code`Readonly<Record<string, ${operationTraits}["endpoint"]>>`,
    value: code`{ ${commas(traits)} }`,
  };
  const index = {
    ...{ path: "index", source: service.id },
    declarations: [
      endpoints,
      {
        kind: "re-export",
        module: rules.path,
        names: [{ name: "endpointRules", typeOnly: false }],
      },
    ] satisfies Declaration[],
  };
  const modules = [...emitService(service).filter(({ path }) => path !== "index"), rules, index];
  const files = runtimeFiles(modules, await readRuntimeSources());
  for (const { path, text } of printModules(modules, ".js"))
    files.set(path, await formatTypeScript(text));
  return files;
}

/** Compiles the endpoint rules of a service with the strictest options, and imports them. */
export async function importRules(name: string, service: Service): Promise<LoadedRules> {
  const files = await rulesFiles(service);
  const errors = compileErrors(files);
  if (errors.length > 0) throw new Error(errors.slice(0, 5).join("\n"));
  return (await importFiles(`endpoint-rules-${name}`, files)) as unknown as LoadedRules;
}
