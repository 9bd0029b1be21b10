import type { Namespace, Reference } from "./code.js";
import { codecModules } from "./runtime-modules.js";
import { protocolModules, sideModules } from "./runtime-modules-of-sides.js";

/** The modules of the runtime, with the names that generated code imports. */
const modules: Modules = { ...codecModules, ...protocolModules, ...sideModules };

type Modules = typeof codecModules & typeof protocolModules & typeof sideModules;

type Entry = Modules[keyof Modules][number];
/** The name of a declaration of the runtime. */
export type HelperName = Entry extends infer Name
  ? Name extends `type ${infer Type}`
    ? Type
    : Name
  : never;

/**
 * The modules that few files of an output need, and that others should not load, in addition to
 * those of clients and servers. One needs a package.
 */
const apart: ReadonlySet<string> = new Set([
  "arbitraries/almost-valid",
  "arbitraries/arbitraries",
  "check/linear-pattern",
  "http/router",
  "errors/serialize-error",
  "errors/query-exception",
  "errors/service-exception",
  "xml/function-types",
]);

/** Public types that refer to a package, which services without event streams do not need. */
const streamTypes: ReadonlySet<string> = new Set(["EventStreamBody", "EventStreamOptions"]);

/**
 * Returns the namespace of a module's declarations. The public types have one of their own, because
 * a compiler opens every file that a declaration refers to.
 */
function namespaceOf(file: string): Namespace | undefined {
  if (file === "types") return "types";
  return apart.has(file) || /^(?:client|server)\//.test(file) ? undefined : "$";
}

const helpers: ReadonlyMap<string, Reference> = new Map(
  Object.entries(modules).flatMap(([file, entries]) =>
    entries.map((entry) => {
      const name = entry.replace(/^type /, "");
      const reference = { name, module: `runtime/${file}`, typeOnly: entry !== name };
      const namespace = streamTypes.has(name) ? undefined : namespaceOf(file);
      return [name, namespace === undefined ? reference : { ...reference, namespace }] as const;
    }),
  ),
);

/** Returns a reference to a declaration of the runtime. */
export function runtime(name: HelperName): Reference {
  const reference = helpers.get(name);
  if (reference === undefined) throw new Error(`not a helper of the runtime: ${name}`);
  return reference;
}

/** Returns a reference to a type of `@smithy/types`. */
export function smithyType(name: "DocumentType"): Reference {
  return { name, module: "@smithy/types", typeOnly: true };
}
