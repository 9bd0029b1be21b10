import type { Operation, Service } from "../../../ir/service.js";
import type { Code } from "../../code/code.js";
import type { TreeFormat } from "../../wire/tree/tree-format.js";
import type { Declaration } from "../../code/declarations.js";
import type { Signals } from "../protocol.js";

/**
 * What protocols differ in that call an operation by its name, with the whole input as the body:
 * their envelopes.
 */
export interface RpcDialect {
  readonly format: TreeFormat;
  readonly contentType: string;
  /** The folder of the protocol's functions in an output of several protocols. */
  readonly folder: string;
  /** The header that all requests have, and its value if that is the same for all operations. */
  readonly header: Pick<Signals, "value"> & Required<Pick<Signals, "header">>;
  /** Whether a request has a body, an empty document, if the operation has no input. */
  readonly alwaysHasBody: boolean;
  /**
   * Returns an expression for a request.
   * @param headers further headers, as an object; `undefined` if there are none
   */
  request(call: Call, body: Code, headers: Code | undefined): Code;
  /** Returns an expression for a response of an operation. */
  response(body: Code): Code;
  /** Returns a statement that checks on a server that a request is one of the operation. */
  expectOperation(call: Call): Code;
  /** Returns what finds the operation of a request on a server. */
  router(service: Service): { readonly declarations: Declaration[]; readonly body: Code };
  /** The function of the runtime that returns the place of a response's root, or throws its error. */
  readonly openResponse: Code;
  /** The function of the runtime that writes an error, from its status, shape id and members. */
  readonly errorWriter: Code;
}

/** An operation of a service. */
export interface Call {
  readonly service: Service;
  readonly operation: Operation;
}
