import type { Operation } from "./service.js";
import type { NamedShape, Shape, Structure } from "./ir.js";
import { membersOf } from "./members.js";

/** Shapes whose functions would have the names of an operation's functions. */
const kept: ReadonlySet<string> = new Set(["Request", "Response"]);

/**
 * Puts shapes that only one operation needs into the file of the operation: its input and its
 * output, unless another shape or operation refers to them or has their code. Collections, which are
 * not exported, are put into the only file that refers to them.
 */
export function placeShapes(shapes: readonly NamedShape[], operations: readonly Operation[]): void {
  const shared = sharedStructures(shapes, operations);
  for (const { input, output, file } of operations) {
    for (const [message, suffix] of [
      [input, "Input"],
      [output, "Output"],
    ] as const) {
      if (message !== undefined && !shared.has(message) && !kept.has(message.symbol))
        Object.assign(message, { file, local: true, suffix });
    }
  }
  placeCollections(shapes, operations);
}

function sharedStructures(
  shapes: readonly NamedShape[],
  operations: readonly Operation[],
): ReadonlySet<Shape> {
  const shared = new Set<Shape>(shapes.flatMap(membersOf).map(({ target }) => target));
  for (const shape of shapes) {
    if (shape.kind !== "structure") continue;
    if (shape.codec !== shape) shared.add(shape.codec);
    if (shape.base !== undefined) shared.add(shape.base);
  }
  const seen = new Set<Structure>();
  for (const { input, output, errors } of operations) {
    for (const message of [input, output, ...errors]) {
      if (message === undefined) continue;
      if (seen.has(message) || message.error !== undefined) shared.add(message);
      seen.add(message);
    }
  }
  return shared;
}

function placeCollections(shapes: readonly NamedShape[], operations: readonly Operation[]): void {
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
  for (const { input, output, file } of operations) {
    for (const member of [...(input?.members ?? []), ...(output?.members ?? [])]) add(file, member);
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

function isCollection(shape: NamedShape): boolean {
  return shape.kind === "list" || shape.kind === "map";
}
