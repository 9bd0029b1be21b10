import { afterAll, describe, expect, it } from "vitest";
import { casesOf } from "./cases.js";
import { expectedFailures } from "./expected-failures.js";
import { generateSuite } from "./generated-suite.js";
import { Report } from "./report.js";
import { findSuites, readSuite, suiteNames } from "./suites.js";

/*
 * The official protocol tests of Smithy, on the client's and on the server's side. Failures that
 * are expected stand in `expected-failures.ts`, and nowhere else.
 */

const folder = findSuites();
if (folder === undefined) {
  console.warn(
    "The conformance tests are skipped: Smithy's protocol tests are neither at SMITHY_PROTOCOL_TESTS nor at ../shared/protocol-tests.",
  );
  describe.skip("protocol tests (not found: see SMITHY_PROTOCOL_TESTS)", () => {
    it("are there", () => undefined);
  });
} else {
  const report = new Report();
  const reasons = new Map(expectedFailures.map(({ test, reason }) => [test, reason]));
  const seen = new Set<string>();
  for (const name of suiteNames) {
    const suite = await readSuite(folder, name);
    const cases = casesOf(suite, await generateSuite(suite));
    describe(name, () => {
      for (const { kind, side, id, run } of cases) {
        const row = [name, side, kind];
        if (run === undefined) {
          report.count(row, "not applicable");
          continue;
        }
        const every = `${name} ${side} ${id}`;
        const test = reasons.has(every) ? every : `${name} ${side} ${kind} ${id}`;
        const reason = reasons.get(test);
        seen.add(test);
        it(`${side} ${kind} ${id}`, async () => {
          const failure: unknown = await Promise.resolve()
            .then(run)
            .then(
              () => undefined,
              (error: unknown) => error,
            );
          if (reason !== undefined) {
            report.count(row, failure === undefined ? "failed" : "expected to fail");
            expect(failure, `passes, but is expected to fail: ${reason}`).toBeDefined();
            return;
          }
          report.count(row, failure === undefined ? "passed" : "failed");
          if (failure !== undefined) throw failure as Error;
        });
      }
    });
  }

  describe("the list of expected failures", () => {
    it("names tests that exist, each once", () => {
      expect([...reasons.keys()].filter((test) => !seen.has(test))).toEqual([]);
      expect(reasons.size).toBe(expectedFailures.length);
    });
  });

  afterAll(() => {
    console.log(`${report.toString()}\n`);
  });
}
