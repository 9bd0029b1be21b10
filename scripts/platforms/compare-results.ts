import { isDeepStrictEqual } from "node:util";

/** Compares what a platform printed with what it should have, result by result. */
export function compareResults(output: string, expected: unknown): string {
  const wanted = expected as Record<string, unknown>;
  const line = output.split("\n").find((text) => text.includes('{"request"'));
  if (line === undefined) return `failed: it printed ${JSON.stringify(output.trim())}`;
  const results = JSON.parse(line.slice(line.indexOf('{"request"'))) as Record<string, unknown>;
  const names = Object.keys(wanted);
  const wrong = names.filter((name) => !isDeepStrictEqual(results[name], wanted[name]));
  if (wrong.length > 0) return `failed: ${wrong.join(", ")}`;
  return `${names.length} of ${names.length} right`;
}
