import type { GeneratedSuite } from "./generated-suite.js";
import { eventStreamCases } from "./event-stream-cases.js";
import { handlerCases } from "./handler-cases.js";
import { malformedCases } from "./malformed-cases.js";
import { requestCases } from "./request-cases.js";
import { responseCases } from "./response-cases.js";
import type { Suite } from "./suites.js";
import type { Side } from "./test-format.js";

/** One test of a suite, run on one side. */
export interface Case {
  readonly kind:
    `${"" | "handled "}${"request" | "response" | "error" | "malformed request"}` | "event stream";
  readonly side: Side;
  readonly id: string;
  /** Fails where the generated code does not do what the test asserts; not there for the other side's tests. */
  readonly run: (() => void | Promise<void>) | undefined;
}

/** Every test of a suite on both sides. */
export function casesOf(suite: Suite, generated: GeneratedSuite): Case[] {
  return [
    ...requestCases(suite, generated),
    ...responseCases(suite, generated),
    ...malformedCases(suite, generated),
    ...eventStreamCases(suite, generated),
    ...handlerCases(suite, generated),
  ].map((test) =>
    test.side === "server" && !generated.hasServer ? { ...test, run: undefined } : test,
  );
}
