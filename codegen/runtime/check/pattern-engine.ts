import { typeName } from "../json/json.js";
import { badOption } from "../json/write.js";
import type { PatternEngine } from "../types.js";

/** Tests text against a pattern with the engine of the caller. */
export function testWith(engine: PatternEngine, source: string, text: string): boolean {
  const expected = "a function that returns an object with a method test";
  if (typeof engine !== "function") return badOption("patternEngine", expected, typeName(engine));
  const compiled = engine(source) as ReturnType<PatternEngine> | null | undefined;
  return typeof compiled?.test === "function"
    ? compiled.test(text)
    : badOption("patternEngine", expected, `a function that returns ${typeName(compiled)}`);
}
