import type { Service } from "../ir/service.js";
import { indexModule } from "../emit/service/service-modules.js";
import { breaking, compatible, type Effect } from "./change.js";
import { pairBy, summarize, type Context } from "./walk.js";

interface Export {
  /** The name in its module. */
  readonly name: string;
  readonly module: string;
  /** The name that the entry of the output exports it by. */
  readonly as: string;
}

/** Compares the names by which the output exports its runtime: a shape of the model may take one. */
export function compareExports(before: Service, after: Service, context: Context): void {
  const keyOf = ({ module, name }: Export): string => `${module} ${name}`;
  for (const [, old, now] of pairBy(runtimeExports(before), runtimeExports(after), keyOf)) {
    if (old?.as === now?.as) continue;
    context.report(
      {
        id: "Service.exports",
        summary: summarize("exported name", old?.as, now?.as),
        before: old?.as,
        after: now?.as,
        effects:
          old === undefined ? [compatible.code("Code may import it.")] : [reason(old.as, after)],
      },
      context,
    );
  }
}

function reason(name: string, after: Service): Effect {
  const isTaken = exportsOf(after).some(({ as, module }) => as === name && !isRuntime(module));
  return isTaken
    ? breaking.code(`The name ${name} now belongs to a shape or operation of the model.`)
    : breaking.code("Code that imports it does not compile.");
}

function runtimeExports(service: Service): Export[] {
  return exportsOf(service).filter(({ module }) => isRuntime(module));
}

function isRuntime(module: string): boolean {
  return module.startsWith("runtime/");
}

function exportsOf(service: Service): Export[] {
  return indexModule(service).declarations.flatMap((declaration) => {
    if (declaration.kind !== "re-export") return [];
    const { module } = declaration;
    return "names" in declaration
      ? declaration.names.map(({ name, as = name }) => ({ name, module, as }))
      : [{ name: declaration.as, module, as: declaration.as }];
  });
}
