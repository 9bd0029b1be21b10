import * as v from "valibot";
import { pointerOf } from "../../runtime/values/path.js";
import type { Diagnostic } from "../diagnostics/diagnostic.js";
import { shown } from "../diagnostics/text.js";
import type { Config } from "./config.js";
import { ConfigError } from "./config-error.js";
import { configSchema } from "./config-schema.js";
import { findConflicts } from "./find-conflicts.js";

/**
 * Checks the value of a configuration file.
 * @param file the name of the file, for messages
 * @throws ConfigError with every violation, each with its JSON pointer
 */
export function checkConfig(value: unknown, file: string): Config {
  const result = v.safeParse(configSchema, value);
  const violations = result.success
    ? findConflicts(result.output, file)
    : result.issues.flatMap(split).map((issue) => [pointerTo(issue), sentence(issue)] as const);
  if (violations.length > 0)
    throw new ConfigError(violations.map((violation) => invalid(file, ...violation)));
  return result.output as Config;
}

/** Replaces the issue that no option of a union matches by the issues inside of the value, if there are any. */
function split(issue: v.BaseIssue<unknown>): v.BaseIssue<unknown>[] {
  const inner = (issue.issues ?? []).filter(({ path }) => path !== undefined);
  if (inner.length === 0) return [issue];
  return inner.map((each) => ({ ...each, path: join(issue.path, each.path) }));
}

type Path = v.BaseIssue<unknown>["path"];

function join(outer: Path, inner: Path): Path {
  const [first, ...others] = [...(outer ?? []), ...(inner ?? [])];
  return first && [first, ...others];
}

/** The pointer to the value that an issue is about. */
function pointerTo({ path }: v.BaseIssue<unknown>): string {
  return pointerOf((path ?? []).map(({ key }) => String(key)));
}

/** The message of an issue, in the words of our other messages. */
function sentence({ kind, type, message, expected, input, path }: v.BaseIssue<unknown>): string {
  const key = String(path?.at(-1)?.key);
  if (type === "strict_object" && expected === "never")
    return `the property ${JSON.stringify(key)} is not known`;
  if (type === "strict_object" && input === undefined && path !== undefined)
    return "this property is required";
  const found = foundOf(input);
  if (!message.startsWith("Invalid ")) return `${lowerFirst(message)}, found ${found}`;
  return `expected ${inWords(kind === "schema" ? (expected ?? type) : type)}, found ${found}`;
}

function foundOf(input: unknown): string {
  if (typeof input === "function") return "a function";
  return Array.isArray(input) && input.length === 0 ? "an empty array" : shown(input);
}

/** The types of valibot, such as `(string | Array)`, in words. */
function inWords(expected: string): string {
  const types = expected.replace(/[()]/g, "").split(" | ");
  return types.map((type) => words.get(type) ?? type).join(" or ");
}

const words: ReadonlyMap<string, string> = new Map([
  ["Array", "an array"],
  ["Object", "an object"],
  ["boolean", "true or false"],
  ["string", "a string"],
]);

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function invalid(file: string, pointer: string, message: string): Diagnostic {
  return { code: "SC3004", severity: "error", file, place: pointer, message, pointer };
}
