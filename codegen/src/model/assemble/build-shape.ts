import type { Events } from "../events.js";
import type { Member, Shape, ShapeId, Traits } from "../model.js";
import type { Draft, DraftMember } from "./drafts.js";
import type { EffectiveMembers } from "./effective-members.js";
import type { TraitTable } from "./trait-table.js";

const enumValue = "smithy.api#enumValue";
const unit = "smithy.api#Unit";

/** The members that a type must have, and the only ones that it can have. */
const fixedMembers: Readonly<Record<string, readonly string[]>> = {
  list: ["member"],
  set: ["member"],
  map: ["key", "value"],
};

/** Makes shapes of drafts: resolves elided targets, checks members against mixins, and adds traits. */
export class ShapeBuilder {
  readonly #traits: TraitTable;
  readonly #events: Events;
  readonly #members: EffectiveMembers;
  readonly #find: (id: ShapeId) => Shape | undefined;

  constructor(
    traits: TraitTable,
    events: Events,
    members: EffectiveMembers,
    find: (id: ShapeId) => Shape | undefined,
  ) {
    this.#traits = traits;
    this.#events = events;
    this.#members = members;
    this.#find = find;
  }

  /** @returns the shape, or `undefined` if it has a mistake without which it means nothing */
  build(draft: Draft): Shape | undefined {
    const { id, location, mixins } = draft;
    const missing = mixins.find((mixin) => this.#find(mixin) === undefined);
    if (missing !== undefined) {
      this.#events.error(location, `the mixin ${missing} does not exist or is invalid`, id);
      return undefined;
    }
    const inherited = this.#members.inherited(mixins);
    const own = this.#ownMembers(draft, inherited);
    if (own === undefined) return undefined;
    this.#checkMixins(draft, own);
    const members = this.#withAppliedTraits(draft, own, inherited);
    const names = new Set([...inherited.keys(), ...members.keys()]);
    if (!this.#hasRequired(draft, names)) return undefined;
    const shape = toShape(draft, members, this.#traits.claim(id));
    return this.#isValidMixin(shape) ? shape : undefined;
  }

  #ownMembers(
    draft: Draft,
    inherited: ReadonlyMap<string, Member>,
  ): ReadonlyMap<string, Member> | undefined {
    const own = new Map<string, Member>();
    const allowed = fixedMembers[draft.type];
    for (const member of draft.members.values()) {
      const { id, name, location } = member;
      const traits = this.#traits.claim(id);
      if (allowed !== undefined && !allowed.includes(name)) {
        const expected =
          allowed.length === 1 ? "only the member member" : "only the members key and value";
        this.#events.error(
          location,
          `a ${draft.type} has ${expected}, but there is ${name}`,
          draft.id,
        );
        continue;
      }
      const target = member.target ?? this.#elidedTarget(draft, member, inherited);
      if (target === null) return undefined;
      if (target === undefined) {
        const message =
          "the target is omitted, but no mixin has a member of this name, and no resource has such an identifier or property";
        this.#events.error(location, message, id);
        continue;
      }
      own.set(name, { id, name, target, traits, location });
    }
    return own;
  }

  /** @returns `undefined` if nothing has a member of the name, `null` if that cannot be known */
  #elidedTarget(
    draft: Draft,
    { name, location }: DraftMember,
    inherited: ReadonlyMap<string, Member>,
  ): ShapeId | null | undefined {
    const { id, forResource } = draft;
    if (forResource !== undefined) {
      const resource = this.#find(forResource);
      if (resource === undefined) {
        const message = `the target is omitted, but the resource ${forResource} does not exist or is invalid`;
        this.#events.error(location, message, id);
        return null;
      }
      if (resource.type !== "resource") {
        const message = `expected a resource after \`for\`, but ${forResource} is a ${resource.type}`;
        this.#events.error(location, message, `${id}$${name}`);
        return null;
      }
      const target = resource.properties.get(name) ?? resource.identifiers.get(name);
      if (target !== undefined) return target;
    }
    return inherited.get(name)?.target;
  }

  /** Reports members of mixins with the same name, but another target. */
  #checkMixins({ id, location, mixins }: Draft, own: ReadonlyMap<string, Member>): void {
    if (mixins.length === 0) return;
    const targets = new Map([...own.values()].map(({ name, target }) => [name, target]));
    for (const mixin of mixins)
      for (const { name, target } of this.#members.ofMixin(mixin).values()) {
        const known = targets.get(name);
        if (known === undefined) targets.set(name, target);
        else if (known !== target) {
          const message = `the target is ${known}, but the member ${name} of the mixin ${mixin} has the target ${target}`;
          this.#events.error(own.get(name)?.location ?? location, message, `${id}$${name}`);
        }
      }
  }

  /**
   * The members of a shape: first those of mixins to which it adds traits, in the order of the mixins, then its own.
   * A member that only repeats one of a mixin is left out.
   */
  #withAppliedTraits(
    { id, type }: Draft,
    own: ReadonlyMap<string, Member>,
    inherited: ReadonlyMap<string, Member>,
  ): ReadonlyMap<string, Member> {
    const members = new Map<string, Member>();
    for (const [name, { target, location }] of inherited) {
      const memberId = `${id}$${name}`;
      const traits = this.#traits.claim(memberId);
      const known = own.get(name);
      if (traits.size > 0)
        members.set(name, known ?? { id: memberId, name, target, traits, location });
    }
    for (const [name, member] of own) {
      if (inherited.has(name)) continue;
      members.set(name, type === "enum" ? withEnumValue(member) : member);
    }
    return members;
  }

  #hasRequired({ id, type, location, members }: Draft, names: ReadonlySet<string>): boolean {
    if (type === "enum" || type === "intEnum") {
      if (names.size > 0) return true;
      this.#events.error(location, `an ${type} needs at least one member`, id);
      return false;
    }
    const missing = (fixedMembers[type] ?? []).filter((name) => !names.has(name));
    // A member whose target is missing has an error already.
    if (missing.every((name) => members.has(name))) return missing.length === 0;
    const [noun, list] = [missing.length === 1 ? "member" : "members", missing.join(" and ")];
    this.#events.error(location, `the ${type} needs the ${noun} ${list}`, id);
    return false;
  }

  /** Whether a mixin has only properties that mixins of its type can have (Smithy 2.0, "Mixins"). */
  #isValidMixin(shape: Shape): boolean {
    if (!shape.traits.has("smithy.api#mixin")) return true;
    const { id, location } = shape;
    if (shape.type === "operation" && (shape.input !== unit || shape.output !== unit)) {
      this.#events.error(location, "an operation that is a mixin cannot have input or output", id);
      return false;
    }
    if (shape.type === "resource" && hasProperties(shape)) {
      this.#events.error(location, "a resource that is a mixin cannot have properties", id);
      return false;
    }
    return true;
  }
}

function hasProperties(shape: Extract<Shape, { type: "resource" }>): boolean {
  const { identifiers, properties, lifecycle, operations, collectionOperations, resources } = shape;
  return (
    identifiers.size + properties.size + lifecycle.size > 0 ||
    operations.length + collectionOperations.length + resources.length > 0
  );
}

function withEnumValue(member: Member): Member {
  if (member.traits.has(enumValue)) return member;
  const { name, location } = member;
  const traits = new Map(member.traits).set(enumValue, { id: enumValue, value: name, location });
  return { ...member, traits };
}

function toShape(draft: Draft, members: ReadonlyMap<string, Member>, traits: Traits): Shape {
  const { id, location, mixins } = draft;
  const base = { id, location, mixins, members, traits };
  switch (draft.type) {
    case "operation": {
      const { type, input = unit, output = unit, errors } = draft;
      return { ...base, type, input, output, errors };
    }
    case "resource": {
      const { type, identifiers, properties, lifecycle } = draft;
      const { operations, collectionOperations, resources } = draft;
      const lists = { operations, collectionOperations, resources };
      return { ...base, type, identifiers, properties, lifecycle, ...lists };
    }
    case "service": {
      const { type, serviceVersion: version, operations, resources, errors, rename } = draft;
      return { ...base, type, version, operations, resources, errors, rename };
    }
    case "set":
      return { ...base, type: "list", traits: withUniqueItems(draft, traits) };
    default:
      return { ...base, type: draft.type };
  }
}

function withUniqueItems({ location }: Draft, traits: Traits): Traits {
  const id = "smithy.api#uniqueItems";
  return traits.has(id) ? traits : new Map(traits).set(id, { id, value: {}, location });
}
