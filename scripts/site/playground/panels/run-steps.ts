/** What happens to a value and a message, in both directions. */
import type { EditorProblem } from "../editors/editor.js";
import type { OperationInfo, ServiceInfo, TypeInfo } from "../info/service-info.js";
import { rangeOfPointer } from "../text/json-places.js";
import { fromJsonForm } from "../values/from-json-form.js";
import {
  formatRequest,
  formatResponse,
  MessageError,
  parseRequest,
  parseResponse,
} from "../values/http-message.js";
import { printValue } from "../values/print-value.js";
import { readValueText } from "../values/read-value-text.js";
import type { RequestMessage, ResponseMessage, Step, ThrownError } from "../workers/protocol.js";
import type { RunnerClient } from "../workers/runner-client.js";

/** What is tried: an operation, and code that can run it. */
export interface Subject {
  readonly info: ServiceInfo;
  readonly operation: OperationInfo;
  readonly runner: RunnerClient;
}

/** A way of messages: requests or responses. */
export interface Direction {
  readonly name: "request" | "response";
  readonly titles: { readonly value: string; readonly message: string; readonly result: string };
  readonly typeOf: (subject: Subject) => TypeInfo | undefined;
  readonly validate: Step | undefined;
  readonly serialize: Step;
  readonly deserialize: Step;
  readonly format: (message: unknown) => string;
  readonly parse: (text: string) => unknown;
}

export const requests: Direction = {
  name: "request",
  titles: { value: "Input", message: "HTTP request", result: "What the server reads" },
  typeOf: ({ operation }) => operation.input,
  validate: "validateInput",
  serialize: "serializeRequest",
  deserialize: "deserializeRequest",
  format: (message) => formatRequest(message as RequestMessage),
  parse: parseRequest,
};

export const responses: Direction = {
  name: "response",
  titles: { value: "Output", message: "HTTP response", result: "What the client reads" },
  typeOf: ({ operation }) => operation.output,
  validate: undefined,
  serialize: "serializeResponse",
  deserialize: "deserializeResponse",
  format: (message) => formatResponse(message as ResponseMessage),
  parse: parseResponse,
};

export interface ValueOutcome {
  /** The typed value, if the text is JSON. */
  readonly typed: unknown;
  readonly problems: readonly EditorProblem[];
  /** The text of the message, if it could be written. */
  readonly message: string | undefined;
  /** Why the code could not run, such as a time limit. */
  readonly failure: string | undefined;
}

interface Issue {
  readonly path: string;
  readonly message: string;
  readonly constraint: string;
}

/** Reads a value, validates it, and writes its message. */
export async function runValue(
  direction: Direction,
  subject: Subject,
  text: string,
): Promise<ValueOutcome> {
  if (direction.name === "response" && !subject.info.hasServers) {
    const failure = `${withoutServers(subject)} Write the response that a service sends.`;
    return { typed: undefined, problems: [], message: "HTTP/1.1 200", failure };
  }
  const read = readValueText(text, direction.typeOf(subject), subject.info.shapes);
  if (!read.ok) {
    const { offset, message } = read;
    const problem = { from: offset, to: offset + 1, severity: "error", message } as const;
    return { typed: undefined, problems: [problem], message: undefined, failure: undefined };
  }
  const issues: Issue[] = read.problems.map((each) => ({ ...each, constraint: "type" }));
  const outcome = { typed: read.value };
  const problems = (): EditorProblem[] =>
    issues.map((issue) => locate(text, issue)).sort((a, b) => a.from - b.from);
  try {
    const call = { operation: subject.operation.symbol, value: read.value };
    if (direction.validate !== undefined) {
      const validation = await subject.runner.run({ ...call, step: direction.validate });
      const known = new Set(issues.map(({ path }) => path));
      issues.push(...issuesOf(validation).filter(({ path }) => !known.has(path)));
    }
    const written = await subject.runner.run({ ...call, step: direction.serialize });
    if (written.kind === "value") {
      const message = direction.format(written.value);
      return { ...outcome, problems: problems(), message, failure: undefined };
    }
    // Usually the validator has said the same, in other words.
    if (issues.length === 0) issues.push(issueOf(written));
    return { ...outcome, problems: problems(), message: undefined, failure: undefined };
  } catch (error) {
    return { ...outcome, problems: problems(), message: undefined, failure: textOf(error) };
  }
}

/** Writes the response of an error of the model. Returns `undefined` if it cannot be written. */
export async function writeError(
  { info, operation, runner }: Subject,
  name: string,
): Promise<string | undefined> {
  const error = operation.errors.find((each) => each.name === name);
  if (error === undefined) return undefined;
  const members = fromJsonForm(error.sample, error.type, info.shapes).value;
  const call = {
    operation: operation.symbol,
    step: "serializeError",
    value: { name, members },
  } as const;
  const result = await runner.run(call).catch(() => undefined);
  return result?.kind === "value" ? formatResponse(result.value as ResponseMessage) : undefined;
}

export type MessageOutcome =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "error"; readonly error: ThrownError }
  | { readonly kind: "unreadable"; readonly problem: EditorProblem }
  | { readonly kind: "failed"; readonly message: string };

/** Reads a message as the other side does. */
export async function runMessage(
  direction: Direction,
  subject: Subject,
  text: string,
): Promise<MessageOutcome> {
  const { info, operation, runner } = subject;
  if (direction.name === "request" && !info.hasServers)
    return { kind: "failed", message: withoutServers(subject) };
  try {
    const value = direction.parse(text);
    const step = direction.deserialize;
    const result = await runner.run({ operation: operation.symbol, step, value });
    if (result.kind === "value") return { kind: "value", value: result.value };
    return { kind: "error", error: result };
  } catch (error) {
    if (!(error instanceof MessageError)) return { kind: "failed", message: textOf(error) };
    const problem = { from: 0, to: 0, severity: "error", message: error.message } as const;
    return { kind: "unreadable", problem };
  }
}

/** Describes what the other side has read: a sentence, and a text. */
export function describeOutcome(
  { name }: Direction,
  outcome: MessageOutcome,
): { readonly title: string; readonly text: string; readonly isGood: boolean } {
  switch (outcome.kind) {
    case "value": {
      const title = name === "request" ? "Accepted: the typed input." : "The typed output.";
      return { title, text: printValue(outcome.value), isGood: true };
    }
    case "unreadable":
      return { title: "This is not an HTTP message yet.", text: "", isGood: false };
    case "failed":
      return { title: outcome.message, text: "", isGood: false };
    case "error":
      return { ...describeError(name, outcome.error), isGood: false };
  }
}

function describeError(
  name: Direction["name"],
  error: ThrownError,
): { readonly title: string; readonly text: string } {
  if (name === "request" && error.response !== undefined) {
    return {
      title: `Refused: ${error.name}. The server answers:`,
      text: formatResponse(error.response),
    };
  }
  const members = { message: error.message, ...error.members };
  return { title: `Throws ${error.name}.`, text: printValue(members) };
}

function withoutServers({ info }: Subject): string {
  return `The protocol ${info.protocol} is specified only for clients.`;
}

function issuesOf(validation: Awaited<ReturnType<RunnerClient["run"]>>): readonly Issue[] {
  if (validation.kind === "error") return [issueOf(validation)];
  const { issues = [] } = validation.value as { readonly issues?: readonly Issue[] };
  return issues;
}

function issueOf({ message, members }: ThrownError): Issue {
  const { path } = members;
  return { path: typeof path === "string" ? path : "", message, constraint: "type" };
}

/** The message without what the place in the editor says already. */
function locate(text: string, { path, message, constraint }: Issue): EditorProblem {
  const isHint = constraint === "unknownMember" || constraint === "advice";
  const short = /failed to satisfy constraint: Member (.*)$/s.exec(message)?.[1];
  const name = path === "" ? "The value" : path.slice(path.lastIndexOf("/") + 1);
  return {
    ...rangeOfPointer(text, path),
    severity: isHint ? "warning" : "error",
    message: short === undefined ? message : `${name} ${short}.`,
  };
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
