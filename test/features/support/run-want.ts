import { inspect } from "node:util";
import { expect } from "vitest";
import { functionOf, operationOf, type Exports } from "../../codegen/support/generated.js";
import type { Body, RequestMessage, ResponseMessage, Want } from "./feature.js";

/** What a want says, as the title of its test. */
export function titleOf(want: Want): string {
  switch (want.kind) {
    case "request":
    case "read request":
    case "refused request":
      return `${want.operation}: ${want.kind}: ${lineOf(want.message)}`;
    case "refused input":
      return `${want.operation}: ${want.kind}: ${shown(want.value)}`;
    case "response":
    case "read response":
      return `${want.operation}: ${want.kind}: ${want.message.statusCode} ${shown(want.message.body)}`;
    case "error":
    case "read error":
      return `${want.operation}: ${want.kind}: ${want.message.statusCode} ${want.name}`;
    case "route":
      return `${lineOf(want.message)} is ${want.operation ?? "no operation"}`;
    case "text":
      return `${want.file} has ${shown(want.text)}`;
    case "absent":
      return `no file has ${shown(want.text)}`;
    case "check":
      return want.title;
  }
}

function lineOf({ method, path, query }: RequestMessage): string {
  return `${method} ${path} ${Object.keys(query).length === 0 ? "" : shown(query)}`.trim();
}

function shown(value: unknown): string {
  return inspect(value, { compact: true, breakLength: Infinity }).slice(0, 60);
}

/** Generated code: its files, and what they export. */
export interface Output {
  readonly files: ReadonlyMap<string, string>;
  readonly exports: Exports;
}

/** Checks that generated code does what is wanted of it. */
export async function runWant(want: Want, { files, exports }: Output): Promise<void> {
  switch (want.kind) {
    case "request": {
      const { serializeRequest, deserializeRequest } = operationOf(exports, want.operation);
      const written = serializeRequest(want.value, want.options);
      expectMessage(written, want.message);
      // A server sees the message that is wanted, so that two wrongs do not make a right.
      const incoming = incomingRequest(want.message);
      expect(functionOf(exports, "matchOperation")(incoming)).toBe(want.operation);
      expect(deserializeRequest(incoming, want.options)).toEqual(want.read);
      break;
    }
    case "read request": {
      const { deserializeRequest } = operationOf(exports, want.operation);
      expect(deserializeRequest(incomingRequest(want.message))).toEqual(want.value);
      break;
    }
    case "refused request": {
      const { deserializeRequest } = operationOf(exports, want.operation);
      const error = thrownBy(() => deserializeRequest(incomingRequest(want.message)));
      expect(error).toMatchObject(want.error);
      break;
    }
    case "refused input": {
      const { serializeRequest } = operationOf(exports, want.operation);
      expect(thrownBy(() => serializeRequest(want.value))).toMatchObject(want.error);
      break;
    }
    case "response": {
      const { serializeResponse, deserializeResponse } = operationOf(exports, want.operation);
      expectMessage(serializeResponse(want.value), want.message);
      expect(deserializeResponse(incomingResponse(want.message))).toEqual(want.read);
      break;
    }
    case "read response": {
      const { deserializeResponse } = operationOf(exports, want.operation);
      expect(deserializeResponse(incomingResponse(want.message))).toEqual(want.value);
      break;
    }
    case "error": {
      const made = new (classOf(exports, want.name))(want.members);
      expectMessage(functionOf(exports, "serializeError")(made), want.message);
      expectThrown(want.operation, want.message, exports, want.name, want.members);
      break;
    }
    case "read error":
      expectThrown(want.operation, want.message, exports, want.name, want.members);
      break;
    case "route": {
      const found = functionOf(exports, "matchOperation")(incomingRequest(want.message));
      expect(found).toBe(want.operation);
      break;
    }
    case "text":
      expect(flat(files.get(want.file) ?? `no file ${want.file}`)).toContain(flat(want.text));
      break;
    case "absent":
      for (const [path, text] of files) expect(text, path).not.toContain(want.text);
      break;
    case "check":
      await want.run(exports);
  }
}

function flat(lines: string): string {
  return lines.replace(/^ +/gm, "").trim();
}

type ErrorClass = new (members: object) => Error;

function classOf(exports: Exports, name: string): ErrorClass {
  return exports[name] as ErrorClass;
}

function expectThrown(
  operation: string,
  message: ResponseMessage,
  exports: Exports,
  name: string,
  members: object,
): void {
  const { deserializeResponse } = operationOf(exports, operation);
  const error = thrownBy(() => deserializeResponse(incomingResponse(message)));
  expect(error).toBeInstanceOf(Error);
  if (name in exports) expect(error).toBeInstanceOf(classOf(exports, name));
  expect(error).toMatchObject({ name, ...members });
  expect(error).toMatchObject({ $metadata: { httpStatusCode: message.statusCode } });
}

function thrownBy(action: () => unknown): unknown {
  try {
    action();
  } catch (error) {
    return error;
  }
  throw new Error("nothing was thrown");
}

/** Compares all of a message; JSON is compared as such where the wanted body is an object. */
function expectMessage(written: unknown, want: RequestMessage | ResponseMessage): void {
  const message = written as { readonly body: unknown };
  const body =
    isJson(want.body) && typeof message.body === "string"
      ? (JSON.parse(message.body) as unknown)
      : message.body;
  expect({ ...message, body }).toEqual(want);
}

function isJson(body: Body): boolean {
  return typeof body === "object" && !(body instanceof Uint8Array);
}

/** The message as its reader gets it: collected bodies come as bytes. */
function incomingRequest(message: RequestMessage): object {
  return { ...message, body: bytesOf(message.body) };
}

function incomingResponse(message: ResponseMessage): object {
  return { ...message, body: bytesOf(message.body) };
}

function bytesOf(body: Body): unknown {
  if (body === undefined || body instanceof Uint8Array) return body;
  return new TextEncoder().encode(typeof body === "string" ? body : JSON.stringify(body));
}
