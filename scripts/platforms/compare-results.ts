import { isDeepStrictEqual } from "node:util";

/** Compares the output of a platform with the expected results, one by one. */
export function compareResults(output: string, expected: unknown): string {
  const wanted = expected as Record<string, unknown>;
  const line = output.split("\n").find((text) => text.includes('{"request"'));
  if (line === undefined) return `failed: it printed ${JSON.stringify(output.trim())}`;
  const results = JSON.parse(line.slice(line.indexOf('{"request"'))) as Record<string, unknown>;
  const names = Object.keys(wanted);
  const wrong = names.filter((name) => !isDeepStrictEqual(results[name], wanted[name]));
  if (wrong.length > 0) return `failed: ${wrong.join(", ")}`;
  return `${names.length} of ${names.length} correct`;
}
