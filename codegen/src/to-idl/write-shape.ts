import { unitId } from "../load/prelude.js";
import {
  lifecycles,
  type Member,
  type OperationShape,
  type ResourceShape,
  type ServiceShape,
  type Shape,
  type ShapeId,
  type SmithyModel,
} from "../model/model.js";
import type { InlineShapes } from "./find-inline-shapes.js";
import type { NameScope } from "./name-scope.js";
import { writeKey, writeNode } from "./write-node.js";
import { TraitWriter } from "./write-traits.js";

const defaultId = "smithy.api#default";
const enumValueId = "smithy.api#enumValue";

/** Writes the shapes of a file as statements of Smithy IDL 2.0. */
export class ShapeWriter {
  readonly #model: SmithyModel;
  readonly #scope: NameScope;
  readonly #inline: InlineShapes;
  readonly #traits: TraitWriter;

  constructor(model: SmithyModel, scope: NameScope, inline: InlineShapes) {
    this.#model = model;
    this.#scope = scope;
    this.#inline = inline;
    this.#traits = new TraitWriter(model, scope);
  }

  /** Writes a shape with its traits. */
  write(shape: Shape): string {
    const statement = `${shape.type} ${this.#scope.write(shape.id)}${this.#mixins(shape)}${this.#body(shape)}`;
    return [...this.#traits.write(shape.traits), statement].join("\n");
  }

  /** Writes the traits that a shape adds to members of its mixins, as a statement a member. */
  writeApplications(shape: Shape): readonly string[] {
    return [...shape.members.values()]
      .filter((member) => this.#isInherited(shape, member) && member.traits.size > 0)
      .map((member) => {
        const traits = [...member.traits.values()].map((trait) => this.#traits.writeTrait(trait));
        return `apply ${this.#scope.write(member.id)} {\n${traits.join("\n")}\n}`;
      });
  }

  #mixins({ mixins }: Shape): string {
    if (mixins.length === 0) return "";
    return ` with [${mixins.map((id) => this.#scope.write(id)).join(", ")}]`;
  }

  #body(shape: Shape): string {
    switch (shape.type) {
      case "structure":
      case "union":
      case "list":
      case "map":
      case "enum":
      case "intEnum":
        return ` ${this.#members(shape)}`;
      case "operation":
        return ` ${block(this.#operation(shape))}`;
      case "resource":
        return ` ${block(this.#resource(shape))}`;
      case "service":
        return ` ${block(this.#service(shape))}`;
      default:
        return "";
    }
  }

  #members(shape: Shape): string {
    const own = [...shape.members.values()].filter((member) => !this.#isInherited(shape, member));
    return block(own.map((member) => this.#member(shape, member)));
  }

  #member(shape: Shape, member: Member): string {
    if (shape.type === "enum" || shape.type === "intEnum") return this.#enumMember(member);
    const value = member.traits.get(defaultId)?.value;
    const implied = new Set(value === undefined ? [] : [defaultId]);
    const text = `${member.name}: ${this.#scope.write(member.target)}`;
    const end = value === undefined ? "" : ` = ${writeNode(value)}`;
    return [...this.#traits.write(member.traits, implied), `${text}${end}`].join("\n");
  }

  #enumMember(member: Member): string {
    const value = member.traits.get(enumValueId)?.value;
    const end = value === undefined || value === member.name ? "" : ` = ${writeNode(value)}`;
    return [
      ...this.#traits.write(member.traits, new Set([enumValueId])),
      `${member.name}${end}`,
    ].join("\n");
  }

  #operation(operation: OperationShape): readonly string[] {
    return [
      ...this.#message("input", operation.input),
      ...this.#message("output", operation.output),
      ...this.#ids("errors", operation.errors),
    ];
  }

  #message(kind: "input" | "output", id: ShapeId): readonly string[] {
    if (id === unitId) return [];
    const shape = this.#inline.ids.has(id) ? this.#model.shapes.get(id) : undefined;
    if (shape === undefined) return [`${kind}: ${this.#scope.write(id)}`];
    const traits = this.#traits.write(shape.traits, new Set([`smithy.api#${kind}`]));
    const body = `${this.#mixins(shape)} ${this.#members(shape)}`.trimStart();
    return [
      `${kind} := ${[...traits.map((trait) => `\n${trait}`), ""].join("")}${traits.length > 0 ? "\n" : ""}${body}`,
    ];
  }

  #service(service: ServiceShape): readonly string[] {
    const rename = [...service.rename].map(
      ([id, name]) => `${JSON.stringify(id)}: ${JSON.stringify(name)}`,
    );
    return [
      ...(service.version === "" ? [] : [`version: ${JSON.stringify(service.version)}`]),
      ...this.#ids("operations", service.operations),
      ...this.#ids("resources", service.resources),
      ...this.#ids("errors", service.errors),
      ...(rename.length === 0 ? [] : [`rename: ${block(rename)}`]),
    ];
  }

  #resource(resource: ResourceShape): readonly string[] {
    return [
      ...this.#targets("identifiers", resource.identifiers),
      ...this.#targets("properties", resource.properties),
      ...lifecycles.flatMap((lifecycle) => {
        const id = resource.lifecycle.get(lifecycle);
        return id === undefined ? [] : [`${lifecycle}: ${this.#scope.write(id)}`];
      }),
      ...this.#ids("operations", resource.operations),
      ...this.#ids("collectionOperations", resource.collectionOperations),
      ...this.#ids("resources", resource.resources),
    ];
  }

  #targets(name: string, targets: ReadonlyMap<string, ShapeId>): readonly string[] {
    if (targets.size === 0) return [];
    const lines = [...targets].map(([key, id]) => `${writeKey(key)}: ${this.#scope.write(id)}`);
    return [`${name}: ${block(lines)}`];
  }

  #ids(name: string, ids: readonly ShapeId[]): readonly string[] {
    if (ids.length === 0) return [];
    return [`${name}: [\n${ids.map((id) => this.#scope.write(id)).join("\n")}\n]`];
  }

  /** Whether a member is defined by a mixin, so that the shape only adds traits to it. */
  #isInherited(shape: Shape, { name }: Member): boolean {
    const pending = [...shape.mixins];
    const seen = new Set(pending);
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      const mixin = this.#model.shapes.get(id);
      if (mixin?.members.has(name) === true) return true;
      for (const next of mixin?.mixins ?? []) {
        if (!seen.has(next)) pending.push(next);
        seen.add(next);
      }
    }
    return false;
  }
}

function block(lines: readonly string[]): string {
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n}`;
}
