import type { PathKey } from "../text/json-places.js";
import type { MemberInfo, ServiceInfo, ShapeInfo, TypeInfo } from "./service-info.js";

/** Returns the shape of a type, or `undefined` if it is a simple type. */
export function shapeOf(info: ServiceInfo, type: TypeInfo | undefined): ShapeInfo | undefined {
  return type !== undefined && Object.hasOwn(info.shapes, type) ? info.shapes[type] : undefined;
}

/** Returns the type of the value at a path, or `undefined` if the model says nothing about it. */
export function typeAt(
  info: ServiceInfo,
  root: TypeInfo | undefined,
  path: readonly PathKey[],
): TypeInfo | undefined {
  let type = root;
  for (const key of path) type = typeOfChild(shapeOf(info, type), key);
  return type;
}

/** Returns the member that the last name of a path is, or the nearest one around it. */
export function memberAt(
  info: ServiceInfo,
  root: TypeInfo | undefined,
  path: readonly PathKey[],
): MemberInfo | undefined {
  for (let length = path.length; length > 0; length--) {
    const shape = shapeOf(info, typeAt(info, root, path.slice(0, length - 1)));
    const name = path[length - 1];
    if (shape?.kind === "structure" || shape?.kind === "union") {
      return shape.members.find((member) => member.name === name);
    }
  }
  return undefined;
}

function typeOfChild(shape: ShapeInfo | undefined, key: PathKey): TypeInfo | undefined {
  switch (shape?.kind) {
    case "structure":
    case "union":
      return shape.members.find(({ name }) => name === key)?.type;
    case "list":
      return shape.item;
    case "map":
      return shape.value;
    default:
      return undefined;
  }
}

/** Names a type for people, such as `list of string`. */
export function describeType(info: ServiceInfo, type: TypeInfo): string {
  const shape = shapeOf(info, type);
  switch (shape?.kind) {
    case undefined:
      return type === "timestamp" ? "date" : type === "blob" ? "bytes" : type;
    case "list":
      return `list of ${describeType(info, shape.item)}`;
    case "map":
      return `map of ${describeType(info, shape.value)}`;
    default:
      return type.slice(type.indexOf("#") + 1);
  }
}
