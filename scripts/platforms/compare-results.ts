import { isDeepStrictEqual } from "node:util";

/** Results by their names. */
export type Results = Readonly<Record<string, unknown>>;

/**
 * Finds the results in the output of a platform: the line with the JSON object of this first name.
 * @throws Error if there is no such line
 */
export function findResults(output: string, firstName: string): Results {
  const start = `{${JSON.stringify(firstName)}`;
  const line = output.split("\n").find((text) => text.includes(start));
  if (line === undefined) throw new Error(`it printed ${JSON.stringify(output.trim())}`);
  return JSON.parse(line.slice(line.indexOf(start))) as Results;
}

/** Compares the results of a platform with the expected ones, one by one. */
export function compareResults(results: Results, expected: Results): string {
  const names = Object.keys(expected);
  const wrong = names.filter((name) => !isDeepStrictEqual(results[name], expected[name]));
  if (wrong.length > 0) return `failed: ${wrong.map(describe).join("; ")}`;
  return `${names.length} of ${names.length} correct`;

  function describe(name: string): string {
    return `${name} (${JSON.stringify(results[name])})`;
  }
}
