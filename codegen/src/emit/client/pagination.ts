import type { Member } from "../../ir/ir.js";
import type { Operation } from "../../ir/service.js";
import { code, commas, literal, type Code } from "../code/code.js";
import { typeOf } from "../shapes/types.js";

/** Returns the property `pages` of `OperationTraits`; `undefined` if the operation has no pages. */
export function pagesTraitOf({ pages }: Operation): Code | undefined {
  if (pages === undefined) return undefined;
  const { inputToken, outputToken, items } = pages;
  return code`{ ${commas([
    code`inputToken: ${literal(inputToken)}`,
    code`outputToken: ${pathLiteral(outputToken)}`,
    ...(items === undefined ? [] : [code`items: ${pathLiteral(items.path)}`]),
  ])} }`;
}

function pathLiteral(path: readonly string[]): Code {
  return code`[${commas(path.map((name) => literal(name)))}]`;
}

/**
 * Returns the type of an element of the paginated list; `undefined` if the model names none. The
 * elements of a map are pairs of a key and a value, as in the AWS SDKs for Java, Kotlin and Rust.
 */
export function itemTypeOf({ pages }: Operation): Code | undefined {
  const shape = pages?.items?.shape;
  if (shape === undefined) return undefined;
  const element = (member: Member): Code => {
    const type = typeOf(member.target, "received");
    return shape.sparse ? code`${type} | null` : type;
  };
  if (shape.kind === "list") return element(shape.member);
  return code`[key: string, value: ${element(shape.value)}]`;
}
