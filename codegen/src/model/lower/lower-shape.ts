import type { SimpleType } from "../../load/ast.js";
import type {
  ApplySyntax,
  DocumentationSyntax,
  IdSyntax,
  InlineShapeSyntax,
  MemberSyntax,
  ShapeSyntax,
  TraitSyntax,
} from "../../idl/syntax.js";
import type {
  Draft,
  DraftBase,
  DraftMember,
  DraftTrait,
  SmithyVersion,
} from "../assemble/drafts.js";
import type { ShapeId } from "../model.js";
import type { NodeValue } from "../node.js";
import type { inlineShapes } from "./idl-shapes.js";
import { lowerNode, type NodeContext } from "./lower-node.js";
import { lowerOperation } from "./lower-operation.js";
import { lowerResource, lowerService } from "./lower-properties.js";
import type { Names } from "./names.js";

type Inline = ReturnType<typeof inlineShapes>[number];

/** What has documentation and traits before it. */
interface Described {
  readonly documentation?: DocumentationSyntax;
  readonly traits: readonly TraitSyntax[];
}

/** Lowers the statements of a file. What the parser has reported, such as features of version 2, is not again. */
export class IdlShapes {
  readonly drafts: Draft[] = [];
  readonly traits: DraftTrait[] = [];
  readonly #names: Names;
  readonly #version: SmithyVersion;
  readonly #context: NodeContext;

  constructor(names: Names, version: SmithyVersion, context: NodeContext) {
    this.#names = names;
    this.#version = version;
    this.#context = context;
  }

  apply({ target, traits }: ApplySyntax): void {
    this.#addTraits(this.#names.resolve(target.text), { traits });
  }

  define(syntax: ShapeSyntax, inlines: readonly Inline[]): void {
    const { name } = syntax;
    const used = this.#names.used(name.text);
    if (used !== undefined) {
      const message = `the name ${name.text} is already used for ${used}; rename the shape`;
      this.#error(name.start, message);
      return;
    }
    const id = this.#names.define(name.text);
    this.#addTraits(id, syntax);
    this.drafts.push(this.#draft(id, syntax, inlines));
    for (const inline of inlines) this.#defineInline(inline);
  }

  #draft(id: ShapeId, syntax: ShapeSyntax, inlines: readonly Inline[]): Draft {
    const { type } = syntax;
    const base = this.#base(id, syntax.typeSpan.start, syntax, type);
    switch (type) {
      case "operation": {
        const inlineId = (role: string): ShapeId =>
          this.#names.define(inlines.find((inline) => inline.role === role)?.name ?? "");
        return { ...base, type, ...lowerOperation(id, syntax, inlineId, this.#context) };
      }
      case "resource":
        return { ...base, type, ...lowerResource(id, syntax, this.#context) };
      case "service":
        return { ...base, type, ...lowerService(id, syntax, this.#context) };
      case "list":
      case "set":
      case "map":
      case "structure":
      case "union":
      case "enum":
      case "intEnum":
        return { ...base, type };
      default:
        return { ...base, type: type as SimpleType };
    }
  }

  #defineInline({ role, name, syntax }: Inline): void {
    const id = this.#names.define(name);
    const location = this.#context.places.at(syntax.start);
    const trait = `smithy.api#${role}`;
    this.#addTraits(id, syntax);
    this.#addTrait(id, trait, {}, location);
    this.drafts.push({ ...this.#base(id, syntax.start, syntax, "structure"), type: "structure" });
  }

  #base(
    id: ShapeId,
    start: number,
    syntax: ShapeSyntax | InlineShapeSyntax,
    type: string,
  ): DraftBase {
    const { forResource, mixins, members = [] } = syntax;
    return {
      id,
      version: this.#version,
      location: this.#context.places.at(start),
      mixins: mixins.map((mixin) => this.#resolve(mixin)),
      ...(forResource !== undefined && { forResource: this.#resolve(forResource) }),
      members: this.#members(id, type, members),
    };
  }

  #members(
    id: ShapeId,
    type: string,
    syntaxes: readonly MemberSyntax[],
  ): ReadonlyMap<string, DraftMember> {
    const members = new Map<string, DraftMember>();
    for (const syntax of syntaxes) {
      const name = syntax.name.text;
      // The parser reports members that are there twice.
      if (members.has(name)) continue;
      const memberId = `${id}$${name}`;
      const start = syntax.isElided ? syntax.name.start - 1 : syntax.name.start;
      const location = this.#context.places.at(start);
      const isEnum = type === "enum" || type === "intEnum";
      const target = syntax.target && this.#resolve(syntax.target);
      members.set(name, {
        id: memberId,
        name,
        location,
        target: isEnum ? "smithy.api#Unit" : target,
      });
      this.#addTraits(memberId, syntax);
      this.#addValue(memberId, type, syntax);
    }
    return members;
  }

  /** Adds the trait that the value after an equals sign stands for. */
  #addValue(id: ShapeId, type: string, { value }: MemberSyntax): void {
    if (value === undefined) return;
    const location = this.#context.places.at(value.start);
    const isEnum = type === "enum" || type === "intEnum";
    // Whether members of this type can have a default is said by the selector of the trait.
    const trait = isEnum ? "smithy.api#enumValue" : "smithy.api#default";
    this.#addTrait(id, trait, lowerNode(value, this.#context), location);
  }

  #addTraits(target: ShapeId, { documentation, traits }: Described): void {
    if (documentation !== undefined) {
      const location = this.#context.places.at(documentation.start);
      this.#addTrait(target, "smithy.api#documentation", documentation.text, location);
    }
    for (const trait of traits) {
      const id = this.#names.resolve(trait.id.text);
      const value =
        trait.value === undefined ? this.#annotation(id) : lowerNode(trait.value, this.#context);
      this.#addTrait(target, id, value, this.#context.places.at(trait.start));
    }
  }

  #addTrait(
    target: ShapeId,
    id: ShapeId,
    value: NodeValue,
    location: DraftTrait["location"],
  ): void {
    this.traits.push({ target, id, value, location, version: this.#version });
  }

  /** The value of a trait without one (Smithy 2.0, "Annotation traits"). */
  #annotation(trait: ShapeId): NodeValue {
    switch (this.#context.types.get(trait)) {
      case undefined:
      case "structure":
      case "map":
        return {};
      case "list":
      case "set":
        return [];
      default:
        return null;
    }
  }

  #resolve({ text }: IdSyntax): ShapeId {
    return this.#names.resolve(text);
  }

  #error(start: number, message: string, shape?: ShapeId): void {
    this.#context.events.error(this.#context.places.at(start), message, shape);
  }
}
