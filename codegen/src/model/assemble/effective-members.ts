import type { Member, Shape, ShapeId } from "../model.js";

/** The members of shapes, those of their mixins included, in the order of Smithy 2.0, "Member ordering". */
export class EffectiveMembers {
  readonly #members = new Map<ShapeId, ReadonlyMap<string, Member>>();
  readonly #find: (id: ShapeId) => Shape | undefined;

  constructor(find: (id: ShapeId) => Shape | undefined) {
    this.#find = find;
  }

  /** The members of a shape. The mixins of the shape must not be in a circle. */
  of(shape: Shape): ReadonlyMap<string, Member> {
    if (shape.mixins.length === 0) return shape.members;
    const known = this.#members.get(shape.id);
    if (known !== undefined) return known;
    const members = new Map(this.inherited(shape.mixins));
    for (const [name, member] of shape.members) members.set(name, member);
    this.#members.set(shape.id, members);
    return members;
  }

  /** The members that a shape has from its mixins. Of members of one name, the last. */
  inherited(mixins: readonly ShapeId[]): ReadonlyMap<string, Member> {
    const members = new Map<string, Member>();
    for (const mixin of mixins)
      for (const [name, member] of this.ofMixin(mixin)) members.set(name, member);
    return members;
  }

  /** The members of a mixin. */
  ofMixin(id: ShapeId): ReadonlyMap<string, Member> {
    const shape = this.#find(id);
    return shape === undefined ? new Map() : this.of(shape);
  }
}
