/** The worker that runs generated code: that of API Gateway V2, or a script of the generator. */
import type {
  Call,
  Failed,
  NamedError,
  ResponseMessage,
  RunnerReply,
  RunnerRequest,
} from "./protocol.js";
import { toCloneable } from "./cloneable.js";

type AnyFunction = (value: unknown, options?: object) => unknown;
type Exports = Readonly<Record<string, unknown>>;

let loaded: Exports | undefined;

self.addEventListener("message", ({ data }: MessageEvent<RunnerRequest>) => {
  const { id } = data;
  void answer(data)
    .catch((error: unknown): Failed => ({ kind: "failed", message: messageOf(error) }))
    .then((reply) => {
      self.postMessage({ id, ...reply });
    });
});

type WithoutId<Reply> = Reply extends unknown ? Omit<Reply, "id"> : never;

async function answer(request: RunnerRequest): Promise<WithoutId<RunnerReply>> {
  if (request.kind === "load") {
    loaded = await (request.script === undefined ? loadApiGateway() : loadScript(request.script));
    return { kind: "loaded" };
  }
  try {
    return { kind: "value", value: toCloneable(call(request)) };
  } catch (error) {
    return { kind: "error", ...describeError(error) };
  }
}

async function loadApiGateway(): Promise<Exports> {
  return import("../../../../generated/src/index.js");
}

/** Imports a script of `bundleModules`, in a worker that cannot reach anything any more. */
async function loadScript(script: string): Promise<Exports> {
  const packages: Record<string, unknown> = /\brequire\("re2js"\)/.test(script)
    ? { re2js: await import("re2js") }
    : {};
  withdrawNetwork();
  const url = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  try {
    const { default: start } = (await import(/* @vite-ignore */ url)) as {
      default: (load: (name: string) => unknown) => Exports;
    };
    return start((name) => packages[name]);
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** Codecs need none of these. Generated code of a model that somebody shared should not have them either. */
function withdrawNetwork(): void {
  const names = ["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "WebTransport"];
  for (const name of [...names, "importScripts", "indexedDB", "caches", "BroadcastChannel"]) {
    Object.defineProperty(self, name, { value: undefined, configurable: false });
  }
}

function call({ operation, step, value }: Call): unknown {
  if (step === "serializeError") return serializeNamed(value as NamedError);
  const functions = loaded?.[operation] as Readonly<Record<string, AnyFunction>> | undefined;
  const run = functions?.[step];
  if (run === undefined) throw new Error(`The code has no ${operation}.${step}.`);
  // With every check that there is: misspelled members, and rules that the service has only in prose.
  const options = step === "validateInput" ? { unknownMembers: "report", advice: true } : {};
  return run(value, options);
}

function serializeNamed({ name, members }: NamedError): unknown {
  const Class = loaded?.[name] as new (members: unknown) => unknown;
  return (loaded?.["serializeError"] as AnyFunction)(new Class(members));
}

function describeError(error: unknown): Omit<RunnerReply & { kind: "error" }, "id" | "kind"> {
  const serialize = loaded?.["serializeError"] as AnyFunction | undefined;
  const members: Record<string, unknown> = {};
  if (error instanceof Error) {
    for (const [key, value] of Object.entries(error)) {
      if (!["name", "message", "stack"].includes(key)) members[key] = toCloneable(value);
    }
  }
  return {
    name: error instanceof Error ? error.name : "Error",
    message: messageOf(error),
    members,
    ...(serialize && { response: toCloneable(serialize(error)) as ResponseMessage }),
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
