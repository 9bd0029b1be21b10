import { suggest } from "../load/suggest.js";

/** `Did you mean ...?` with the known name that is most similar, if there is one. */
export function suggestion(name: string, known: Iterable<string>): string | undefined {
  const text = suggest(name, known).trim();
  return text === "" ? undefined : text;
}
