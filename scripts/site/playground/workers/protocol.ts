/** The messages between the page and its workers. */
import type { ServiceInfo } from "../info/service-info.js";

/** A request to a worker, which answers with the same id. */
export interface Numbered {
  readonly id: number;
}

/** The generator: checks a model, or generates its code. */
export interface GeneratorRequest extends Numbered {
  readonly kind: "check" | "generate";
  readonly source: ModelSource;
}

export interface ModelSource {
  readonly language: ModelLanguage;
  readonly text: string;
}

export type ModelLanguage = "smithy" | "json";

export type GeneratorReply = Numbered &
  (
    | { readonly kind: "progress"; readonly done: number; readonly total: number }
    | { readonly kind: "problems"; readonly problems: readonly ModelProblem[] }
    | ({ readonly kind: "generated" } & Generated)
    | Failed
  );

/** What is wrong with a model, at a place in its text. */
export interface ModelProblem {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  /** The shape, if it is known. */
  readonly place: string;
  /** Count from 1. */
  readonly line?: number;
  readonly column?: number;
  /** A JSON pointer, in JSON. */
  readonly pointer?: string;
}

export interface Generated {
  readonly files: readonly (readonly [path: string, text: string])[];
  readonly problems: readonly ModelProblem[];
  readonly info: ServiceInfo;
  /** JavaScript of the files that the index needs: see `bundle-modules.ts`. */
  readonly script: string;
}

/** An error that is no result of what the user wrote. */
export interface Failed {
  readonly kind: "failed";
  readonly message: string;
}

/** The runner: loads code, and calls its functions. */
export type RunnerRequest = Numbered &
  (
    | { readonly kind: "load"; readonly script: string | undefined }
    | ({ readonly kind: "run" } & Call)
  );

/** A call of a function of an operation. */
export interface Call {
  readonly operation: string;
  readonly step: Step;
  /** A typed value, a message, or a `NamedError`. */
  readonly value: unknown;
}

/** An error of the model, for `serializeError`. */
export interface NamedError {
  readonly name: string;
  readonly members: unknown;
}

export type Step =
  | "validateInput"
  | "serializeRequest"
  | "deserializeRequest"
  | "serializeResponse"
  | "deserializeResponse"
  | "serializeError";

export type RunnerReply = Numbered &
  (
    | { readonly kind: "loaded" }
    | { readonly kind: "value"; readonly value: unknown }
    | ({ readonly kind: "error" } & ThrownError)
    | Failed
  );

/** An error that a function threw, as data. */
export interface ThrownError {
  readonly name: string;
  readonly message: string;
  /** Its own properties without those of every error. */
  readonly members: Readonly<Record<string, unknown>>;
  /** What `serializeError` makes of it. */
  readonly response?: ResponseMessage;
}

/** The plain parts of messages that the generated functions read and write. */
export interface RequestMessage {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
  readonly hostPrefix?: string;
}

export interface ResponseMessage {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
}
