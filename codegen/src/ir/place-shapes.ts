import type { Operation } from "./service.js";
import type { Member, NamedShape, Shape, Structure } from "./ir.js";
import { membersOf } from "./members.js";
import { isAllBody, isSplitBody, messageOf, type Message } from "./message.js";

/** The file with the functions that read errors from responses and write them to responses. */
const errorsFile = "errors";

/**
 * Puts collections, which are not exported, into the only file that refers to their functions. Other
 * shapes have files of their own.
 */
export function placeShapes(shapes: readonly NamedShape[], operations: readonly Operation[]): void {
  const users = new Map<Shape, Set<string>>();
  const add = (user: string, { target }: { readonly target: Shape }): void => {
    const files = users.get(target) ?? new Set();
    users.set(target, files.add(user));
  };
  for (const shape of shapes) {
    if (isCollection(shape)) continue;
    const hasCode = shape.kind !== "structure" || shape.codec === shape;
    if (hasCode) for (const member of membersOf(shape)) add(shape.file, member);
  }
  for (const { file, input, request, output, response, errors } of operations) {
    for (const member of boundMembers(input, request)) add(file, member);
    for (const member of boundMembers(output, response)) add(file, member);
    for (const error of errors) {
      for (const member of boundMembers(error, messageOf(error, "response")))
        add(errorsFile, member);
    }
  }
  // A collection in another one is used by the files that use that one.
  const pending = shapes.filter(isCollection);
  for (let hasChanged = true; hasChanged;) {
    hasChanged = false;
    for (const shape of pending) {
      for (const { target } of membersOf(shape)) {
        if (!("file" in target) || !isCollection(target)) continue;
        for (const file of users.get(shape) ?? []) {
          if (users.get(target)?.has(file) === true) continue;
          add(file, { target });
          hasChanged = true;
        }
      }
    }
  }
  for (const shape of pending) {
    const [file, ...others] = users.get(shape) ?? [];
    if (file !== undefined && others.length === 0) Object.assign(shape, { file, local: true });
  }
}

/** Returns the members that the functions of a message read and write, and not those of its shape. */
function boundMembers(structure: Structure | undefined, message: Message): readonly Member[] {
  if (structure === undefined) return [];
  if (message.payload !== undefined) return [message.payload];
  const isWritten = isAllBody(structure, message) || isSplitBody(structure, message);
  return isWritten ? [] : message.body;
}

function isCollection(shape: NamedShape): boolean {
  return shape.kind === "list" || shape.kind === "map";
}
