import type { AstMember, AstShape, ShapeId } from "../load/ast.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { nameOf } from "../load/names.js";
import { hasTrait, stringTrait } from "../load/traits.js";
import { adviceOf } from "./advice.js";
import { constraintsOf, mergeConstraints } from "./constraints.js";
import { documentationOf } from "./documentation.js";
import { enumValuesOf } from "./enums.js";
import { bindingOf } from "./http.js";
import { isInherited, Names } from "./identifiers.js";
import type {
  List,
  LongType,
  MapShape,
  Member,
  NamedShapeBase,
  Shape,
  ShapeBase,
  Structure,
  Union,
} from "./ir.js";
import type { ProtocolRules } from "./protocol.js";
import { reportSharedNames } from "./json-names.js";
import { defaultOf, errorOf, exactFor, timestampFormatOf } from "./member-traits.js";
import { findRecursive } from "./recursion.js";
import { markServerDefaults } from "./server-defaults.js";
import { noXml, xmlOf, type XmlNamespace, type XmlTraits } from "./xml.js";
import { enumFamily, internalFamily, structureFamily } from "./symbol-families.js";

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * Converts the shapes of a closure to shapes of the IR, which refer to each other as objects.
 * @param exported allocates the exported names of the output, including operations and errors
 * @param long the TypeScript type of `long`
 * @param rules which traits the protocol takes into account
 * @param namespace the XML namespace of the service
 */
export function buildShapes(
  closure: ReadonlyMap<ShapeId, AstShape>,
  rename: Readonly<Record<ShapeId, string>>,
  exported: Names,
  long: LongType,
  rules: ProtocolRules,
  namespace: XmlNamespace | undefined,
  diagnostics: Diagnostics,
): ReadonlyMap<ShapeId, Shape> {
  const recursive = findRecursive(closure);
  const files = new Names({ ignoreCase: true });
  const shapes = new Map<ShapeId, Shape>();
  // First the shapes, then their members, since references may be circular.
  const ids = [...closure.keys()].sort();
  for (const id of ids) {
    const shape = closure.get(id);
    if (shape !== undefined) shapes.set(id, buildShell(shape));
  }
  for (const id of ids) {
    const shape = closure.get(id);
    const built = shapes.get(id);
    if (shape !== undefined && built !== undefined) fillMembers(shape, built);
  }
  markServerDefaults(shapes.values());
  return shapes;

  function buildShell(shape: AstShape): Shape {
    const { id } = shape;
    const base = {
      id,
      sensitive: hasTrait(shape, "smithy.api#sensitive"),
      documentation: documentationOf(shape),
      constraints: constraintsOf(shape, id, diagnostics),
    };
    switch (shape.type) {
      case "structure":
        return ownCodec({
          ...base,
          ...nameShape(id, structureFamily),
          kind: "structure",
          members: [],
          error: errorOf(shape, diagnostics),
          input: hasTrait(shape, "smithy.api#input"),
          xml: rootOf(shape),
        });
      case "union":
        return {
          ...base,
          ...nameShape(id, structureFamily),
          kind: "union",
          members: [],
          streaming: hasTrait(shape, "smithy.api#streaming"),
          xml: rootOf(shape),
        };
      case "enum":
      case "intEnum":
        return {
          ...base,
          ...nameShape(id, enumFamily),
          kind: "enum",
          type: shape.type === "enum" ? "string" : "integer",
          values: enumValuesOf(shape, diagnostics),
        };
      case "list":
      case "set":
        return {
          ...base,
          ...nameShape(id, internalFamily),
          kind: "list",
          member: placeholder,
          sparse: hasTrait(shape, "smithy.api#sparse"),
          uniqueItems: shape.type === "set" || hasTrait(shape, "smithy.api#uniqueItems"),
        };
      case "map":
        return {
          ...base,
          ...nameShape(id, internalFamily),
          kind: "map",
          key: placeholder,
          value: placeholder,
          sparse: hasTrait(shape, "smithy.api#sparse"),
        };
      case "string":
        if (hasTrait(shape, "smithy.api#enum")) {
          return {
            ...base,
            ...nameShape(id, enumFamily),
            kind: "enum",
            type: "string",
            values: enumValuesOf(shape, diagnostics),
          };
        }
        return { ...base, kind: "string", mediaType: stringTrait(shape, "smithy.api#mediaType") };
      case "blob":
        return {
          ...base,
          kind: "blob",
          mediaType: stringTrait(shape, "smithy.api#mediaType"),
          streaming: hasTrait(shape, "smithy.api#streaming"),
          requiresLength: hasTrait(shape, "smithy.api#requiresLength"),
        };
      case "long":
        if (long === "bigint") return { ...base, kind: "bigInteger", type: "long" };
        return { ...base, kind: "integer", type: shape.type };
      case "byte":
      case "short":
      case "integer":
        return { ...base, kind: "integer", type: shape.type };
      case "float":
      case "double":
        return { ...base, kind: "float" };
      case "timestamp":
        return { ...base, kind: "timestamp", format: formatOf(shape, id) };
      case "bigInteger":
        return { ...base, kind: shape.type, type: shape.type };
      case "boolean":
      case "bigDecimal":
      case "document":
        return { ...base, kind: shape.type };
      case "operation":
      case "resource":
      case "service":
        return diagnostics.fail("SC1202", id, `is of type ${shape.type}; expected a data shape`);
    }
  }

  function rootOf(shape: AstShape): XmlTraits {
    if (!rules.xml) return noXml;
    const xml = xmlOf(shape, shape.id, diagnostics);
    return { ...xml, namespace: xml.namespace ?? namespace };
  }

  function formatOf(
    holder: AstShape | AstMember,
    place: string,
  ): ReturnType<typeof timestampFormatOf> {
    const format = timestampFormatOf(holder, place, diagnostics);
    return rules.timestampFormats ? format : undefined;
  }

  function nameShape(
    id: ShapeId,
    family: (symbol: string) => readonly string[],
  ): Omit<NamedShapeBase, keyof ShapeBase> {
    const name = (Object.hasOwn(rename, id) ? rename[id] : undefined) ?? nameOf(id);
    const symbol = exported.claim(name, family);
    return {
      name,
      symbol,
      file: `shapes/${files.claim(name)}`,
      local: false,
      recursive: recursive.has(id),
      serverDefaults: false,
    };
  }

  function fillMembers(shape: AstShape, built: Shape): void {
    if ((shape.type === "structure" || shape.type === "union") && "members" in built) {
      (built as Mutable<Structure | Union>).members = [...shape.members].map(([name, member]) =>
        buildMember(shape, name, member),
      );
      reportSharedNames(built.members, rules, diagnostics);
    } else if ((shape.type === "list" || shape.type === "set") && built.kind === "list") {
      (built as Mutable<List>).member = buildMember(shape, "member", shape.member);
    } else if (shape.type === "map" && built.kind === "map") {
      (built as Mutable<MapShape>).key = buildMember(shape, "key", shape.key);
      (built as Mutable<MapShape>).value = buildMember(shape, "value", shape.value);
    }
  }

  function buildMember(holder: AstShape, name: string, member: AstMember): Member {
    const id = `${holder.id}$${name}`;
    const target = shapes.get(member.target);
    const targetShape = closure.get(member.target);
    if (target === undefined || targetShape === undefined) {
      return diagnostics.fail(
        "SC1201",
        id,
        `refers to ${member.target}, which is not in the model`,
      );
    }
    if (rules.xml && target.kind === "document")
      diagnostics.error("SC1417", id, "is a document, which the protocol cannot carry in XML");
    const xml = rules.xml ? xmlOf(member, id, diagnostics) : noXml;
    const jsonName = rules.jsonNames ? stringTrait(member, "smithy.api#jsonName") : undefined;
    const required = hasTrait(member, "smithy.api#required");
    const idempotencyToken = hasTrait(member, "smithy.api#idempotencyToken");
    const clientOptional = hasTrait(member, "smithy.api#clientOptional");
    return {
      id,
      name,
      property: isErrorProperty(holder, name, target) ? `${name}$` : name,
      wireName: xml.name ?? jsonName ?? name,
      xml,
      ec2QueryName: rules.xml ? stringTrait(member, "aws.protocols#ec2QueryName") : undefined,
      target,
      required,
      // `clientOptional` has no effect on inputs: callers must set required members there.
      present:
        required && !idempotencyToken && (!clientOptional || hasTrait(holder, "smithy.api#input")),
      defaultValue: defaultOf(member, targetShape, long, id, diagnostics),
      addedDefault: hasTrait(member, "smithy.api#addedDefault"),
      clientDefault: !clientOptional && !hasTrait(holder, "smithy.api#input"),
      constraints: exactFor(
        target,
        mergeConstraints(target.constraints, constraintsOf(member, id, diagnostics)),
      ),
      timestampFormat: formatOf(member, id) ?? ("format" in target ? target.format : undefined),
      idempotencyToken,
      sensitive: target.sensitive || hasTrait(member, "smithy.api#sensitive"),
      documentation: documentationOf(member),
      binding: rules.httpBindings ? bindingOf(member) : rpcBindingOf(target),
      hostLabel: hasTrait(member, "smithy.api#hostLabel"),
      event: hasTrait(member, "smithy.api#eventHeader")
        ? "header"
        : hasTrait(member, "smithy.api#eventPayload")
          ? "payload"
          : undefined,
      advice: adviceOf(member, id, diagnostics),
    };
  }
}

/** Without HTTP bindings, all members are in the body, unless it is a stream of events. */
function rpcBindingOf(target: Shape): Member["binding"] {
  const isStream = target.kind === "union" && target.streaming;
  return { location: isStream ? "payload" : "body" };
}

function ownCodec(shape: Omit<Structure, "codec" | "base">): Structure {
  return Object.assign(shape, { codec: shape as Structure, base: undefined });
}

/** A placeholder for the members of collections until all shapes exist. */
const placeholder = undefined as unknown as Member;

/** Returns whether a member of an error has the name of another property of `Error` objects. */
function isErrorProperty(holder: AstShape, name: string, target: Shape): boolean {
  if (!hasTrait(holder, "smithy.api#error")) return false;
  if (name === "message") return target.kind !== "string";
  return /^(name|stack|cause)$/.test(name) || isInherited(name);
}
