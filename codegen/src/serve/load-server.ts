import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Handler, HandlerOptions } from "../../runtime/server/server-types.js";
import type { toNodeListener } from "../../runtime/server/node.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { runtimeFiles } from "../emit/service/runtime-files.js";
import { emit, type GenerateInput } from "../generate.js";
import type { Service } from "../ir/service.js";
import { useTemporaryFolder } from "../write/temporary-folder.js";

/** The function of an operation whose types only its model knows. */
export type AnyFunction = (input: unknown) => unknown;

/** The server of a model, in memory. */
export interface LoadedServer {
  readonly service: Service;
  readonly warnings: readonly Diagnostic[];
  readonly createHandler: (
    functions: Readonly<Record<string, AnyFunction>>,
    options?: HandlerOptions<object>,
  ) => Handler<object>;
  readonly toNodeListener: typeof toNodeListener;
  /** Creates an error of the model by its name in TypeScript. */
  readonly createError: (symbol: string, members: object) => unknown;
}

/**
 * Generates the server of a model and imports it. Nothing is left on the disk.
 * @throws ModelError with every error in the model
 */
export async function loadServer(input: GenerateInput): Promise<LoadedServer> {
  const { service, modules, warnings } = await emit({ ...input, server: true });
  const { printModules } = await import("../print/print-modules.js");
  const { toJavaScript } = await import("../print/to-java-script.js");
  const files = new Map([["package.json", '{ "type": "module" }']]);
  const add = (path: string, text: string): void => {
    files.set(
      path.replace(/\.ts$/, ".js"),
      toJavaScript(text, (name) => import.meta.resolve(name)),
    );
    input.onProgress?.(files.size - 1, total);
  };
  const runtime = runtimeFiles(modules, input.runtime);
  const total = modules.length + runtime.size;
  for (const [path, text] of runtime) add(path, text);
  for (const { path, text } of printModules(modules)) add(path, text);
  return useTemporaryFolder(files, async (folder) => {
    const load = async (path: string): Promise<Readonly<Record<string, unknown>>> =>
      (await import(pathToFileURL(join(folder, path)).href)) as Record<string, unknown>;
    const [index, server, node] = await Promise.all(
      ["index.js", "server.js", "server/node.js"].map(load),
    );
    return {
      service,
      warnings,
      createHandler: server?.["createHandler"] as LoadedServer["createHandler"],
      toNodeListener: node?.["toNodeListener"] as typeof toNodeListener,
      createError: (symbol, members) => {
        const Class = index?.[symbol] as new (members: object) => unknown;
        return new Class(members);
      },
    };
  });
}
