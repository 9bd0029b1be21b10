import { propertyKey } from "./access.js";
import { code, commas, literal, regExpLiteral, type Code } from "./code.js";

/**
 * Returns a literal for data: objects, lists, regular expressions, texts, numbers and the like.
 * @param replace returns the code for a part that is declared elsewhere, or `undefined`
 */
export function dataLiteral(
  data: unknown,
  replace: (part: unknown) => Code | undefined = () => undefined,
): Code {
  const replaced = replace(data);
  if (replaced !== undefined) return replaced;
  if (Array.isArray(data)) return code`[${commas(data.map((item) => dataLiteral(item, replace)))}]`;
  if (data instanceof RegExp) return regExpLiteral(data);
  if (typeof data !== "object" || data === null) {
    return literal(data as string | number | boolean | bigint);
  }
  const properties = Object.entries(data).map(
    ([name, value]) => code`${propertyKey(name)}: ${dataLiteral(value, replace)}`,
  );
  return code`{ ${commas(properties)} }`;
}
