import { isNodeArray, isNodeObject, property } from "../../../model/nodes.js";
import type { Trait } from "../../../model/model.js";
import type { NodeObject } from "../../../model/node.js";

/** The trait of waiters (Smithy 2.0, "Waiters"). */
export const waitable = "smithy.waiters#waitable";

export interface Waiter {
  readonly name: string;
  readonly value: NodeObject;
  readonly acceptors: readonly NodeObject[];
}

/** Returns the waiters of an operation. What is no waiter is reported by the rule about the values of traits. */
export function waitersOf({ value }: Trait): readonly Waiter[] {
  if (!isNodeObject(value)) return [];
  return Object.entries(value).flatMap(([name, waiter]) => {
    if (!isNodeObject(waiter)) return [];
    const acceptors = property(waiter, "acceptors");
    const objects = isNodeArray(acceptors) ? acceptors.filter((each) => isNodeObject(each)) : [];
    return [{ name, value: waiter, acceptors: objects }];
  });
}

/** Returns the kind of a matcher and its value, of which there is one. */
export function matcherOf(acceptor: NodeObject): readonly [string, unknown] | undefined {
  const matcher = property(acceptor, "matcher");
  return isNodeObject(matcher) ? Object.entries(matcher)[0] : undefined;
}
