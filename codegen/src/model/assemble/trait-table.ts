import type { Events } from "../events.js";
import type { ShapeId, SourceLocation, Trait, Traits } from "../model.js";
import type { NodeValue } from "../node.js";
import { isNodeArray, isSameNode } from "../nodes.js";
import { isSamePlace, placeText } from "../places.js";
import type { DraftTrait } from "./drafts.js";

const none: Traits = new Map();

/** The traits of one shape or member. */
interface Applied {
  readonly traits: Map<ShapeId, Trait>;
  isClaimed: boolean;
}

/** The traits of every shape and member, merged from all files (Smithy 2.0, "Trait conflict resolution"). */
export class TraitTable {
  readonly #applied = new Map<ShapeId, Applied>();
  readonly #events: Events;

  constructor(events: Events) {
    this.#events = events;
  }

  add({ target, id, value, location, version }: DraftTrait): void {
    this.#checkVersion(target, id, location, version);
    let applied = this.#applied.get(target);
    if (applied === undefined)
      this.#applied.set(target, (applied = { traits: new Map(), isClaimed: false }));
    const { traits } = applied;
    const earlier = traits.get(id);
    if (earlier === undefined) traits.set(id, { id, value, location });
    else traits.set(id, { ...earlier, value: this.#merge(earlier, value, location, target) });
  }

  /** The traits of a shape or member, which is in the model. */
  claim(target: ShapeId): Traits {
    const applied = this.#applied.get(target);
    if (applied === undefined) return none;
    applied.isClaimed = true;
    return applied.traits;
  }

  /** All traits, with what they are applied to. */
  entries(): Iterable<readonly [ShapeId, { readonly traits: Traits }]> {
    return this.#applied.entries();
  }

  /** The shapes and members that nobody has claimed the traits of. */
  unclaimed(): ShapeId[] {
    return [...this.#applied].filter(([, { isClaimed }]) => !isClaimed).map(([target]) => target);
  }

  #merge(earlier: Trait, value: NodeValue, location: SourceLocation, target: ShapeId): NodeValue {
    const isSame = isSameNode(earlier.value, value);
    if (isSame && isSamePlace(earlier.location, location)) return value;
    if (isNodeArray(earlier.value) && isNodeArray(value)) return [...earlier.value, ...value];
    if (!isSame)
      this.#events.error(
        location,
        `the trait ${earlier.id} has another value here than at ${placeText(earlier.location)}; remove one of them`,
        target,
      );
    return earlier.value;
  }

  #checkVersion(
    target: ShapeId,
    id: ShapeId,
    location: SourceLocation,
    version: DraftTrait["version"],
  ): void {
    if (version === "1.0") {
      if (id === "smithy.api#mixin" || id === "smithy.api#default") {
        const name = id.slice(id.indexOf("#") + 1);
        const message = `the trait @${name} needs Smithy 2.0; the file has version 1.0`;
        this.#events.error(location, message, target);
      }
    } else if (id === "smithy.api#box") {
      const message = "the trait @box belongs to Smithy 1.0; remove it, or set the default to null";
      this.#events.error(location, message, target);
    } else if (id === "smithy.api#enum") {
      const message = "the trait @enum is deprecated; use an enum shape";
      this.#events.add("WARNING", "ModelDeprecation", location, message, target);
    }
  }
}
