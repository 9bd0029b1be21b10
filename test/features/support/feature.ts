import type { GenerateInput } from "smithy-codec";
import type { Json } from "../../codegen/support/models.js";

/** One feature of Smithy or restJson1: a small model, and what must come of it. */
export interface Feature {
  /** The model. */
  readonly given: Json;
  /** How the code is generated, where that is not as usual. */
  readonly options?: Pick<GenerateInput, "long" | "protocol" | "server">;
  readonly want: readonly Want[];
  /** Every warning that the model gives rise to, without the file's name; none where it is left out. */
  readonly warnings?: readonly string[];
  /** Models that are refused, each with every line that says why. */
  readonly refused?: Readonly<Record<string, Refusal>>;
}

/** A model that no code is generated from. */
export interface Refusal {
  readonly given: Json;
  readonly errors: readonly string[];
}

/** What must hold of the generated code. Messages are compared in full. */
export type Want =
  | RequestWant
  | ReadRequestWant
  | RefusedRequestWant
  | RefusedInputWant
  | ResponseWant
  | ReadResponseWant
  | ErrorWant
  | ReadErrorWant
  | RouteWant
  | TextWant
  | AbsentWant
  | CheckWant;

/** A request as it is on the wire. */
export interface RequestMessage {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string | readonly string[] | null>>;
  readonly headers: Readonly<Record<string, string>>;
  /** Text, bytes, or an object that stands for JSON. */
  readonly body: Body;
  readonly hostPrefix: string | undefined;
}

/** A response as it is on the wire. */
export interface ResponseMessage {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Body;
}

export type Body = string | Uint8Array | Json | undefined;

interface RequestWant {
  readonly kind: "request";
  readonly operation: string;
  readonly value: unknown;
  readonly message: RequestMessage;
  /** What a server reads, where that is not what the client was given. */
  readonly read: unknown;
  readonly options: object;
}

interface ReadRequestWant {
  readonly kind: "read request";
  readonly operation: string;
  readonly message: RequestMessage;
  readonly value: unknown;
}

interface RefusedRequestWant {
  readonly kind: "refused request";
  readonly operation: string;
  readonly message: RequestMessage;
  readonly error: Json;
}

interface RefusedInputWant {
  readonly kind: "refused input";
  readonly operation: string;
  readonly value: unknown;
  readonly error: Json;
}

interface ResponseWant {
  readonly kind: "response";
  readonly operation: string;
  readonly value: unknown;
  readonly message: ResponseMessage;
  /** What a client reads, where that is not what the server was given. */
  readonly read: unknown;
}

interface ReadResponseWant {
  readonly kind: "read response";
  readonly operation: string;
  readonly message: ResponseMessage;
  readonly value: unknown;
}

interface ErrorWant {
  readonly kind: "error";
  readonly operation: string;
  /** The name of the error's class. */
  readonly name: string;
  readonly members: Json;
  readonly message: ResponseMessage;
}

interface ReadErrorWant {
  readonly kind: "read error";
  readonly operation: string;
  readonly message: ResponseMessage;
  readonly name: string;
  readonly members: Json;
}

interface RouteWant {
  readonly kind: "route";
  readonly message: RequestMessage;
  readonly operation: string | undefined;
}

interface TextWant {
  readonly kind: "text";
  readonly file: string;
  readonly text: string;
}

interface AbsentWant {
  readonly kind: "absent";
  readonly text: string;
}

interface CheckWant {
  readonly kind: "check";
  readonly title: string;
  readonly run: (exports: Record<string, unknown>) => void | Promise<void>;
}
