import type { NamedShape, Structure } from "../../ir/ir.js";
import type { Operation, Service } from "../../ir/service.js";
import type { Code } from "../code/code.js";
import type { Declaration, FunctionDeclaration } from "../code/declarations.js";

/**
 * What a protocol adds to the output. Types, tables, checks and schemas of shapes know nothing of
 * it; they only rely on the names of functions: `readX` and `writeX` of a shape.
 */
export interface Protocol {
  /** Returns the public constants `serializeX` and `deserializeX` of a structure or union. */
  publicCodec(shape: Extract<NamedShape, { members: unknown }>): Declaration[];
  /** Whether the functions `readX` read JSON. If not, the schemas of shapes read JSON by their tables. */
  readonly messagesAreJson: boolean;
  /** Returns the functions that read and write a shape, where the runtime has none for it. */
  codec(shape: NamedShape): Declaration[];
  /** Returns the constants and functions of an operation. */
  operation(operation: Operation, service: Service): Declaration[];
  /** Returns the functions that read an error from a response and write it as one. */
  error(shape: Structure, service: Service): FunctionDeclaration[];
  /** What servers need; `undefined` if the protocol is only for clients. */
  readonly server: ServerSide | undefined;
}

/** What a protocol adds to the output for servers. */
export interface ServerSide {
  /** Returns what `matchOperation` refers to, and its body. It has the parameter `request`. */
  router(service: Service): { readonly declarations: Declaration[]; readonly body: Code };
  /**
   * The function of the runtime that writes an error which is not in the model, from its status, its
   * code and its members. It may depend on the service.
   */
  readonly errorWriter: Code | ((service: Service) => Code);
  /** The folder of the protocol's functions in an output of several protocols. */
  readonly folder: string;
  /** What tells its requests from those of other protocols. */
  readonly signals: Signals;
}

/** What requests of a protocol have in common: `ProtocolSignals` of the runtime. */
export interface Signals {
  /** The header that all requests have; absent if only method and path name the operation. */
  readonly header?: "smithy-protocol" | "x-amz-target";
  /** The value of the header, if that is the same for all operations. */
  readonly value?: string;
  readonly mediaType: string;
}

/** Returns the function of the runtime that writes an error of a service that is not in the model. */
export function errorWriterOf({ errorWriter }: ServerSide, service: Service): Code {
  return typeof errorWriter === "function" ? errorWriter(service) : errorWriter;
}
