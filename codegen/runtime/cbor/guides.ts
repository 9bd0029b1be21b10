import { encodeCbor } from "./encode-cbor.js";

/**
 * What is known of the items of a shape before they are decoded. It makes decoding faster and has no
 * effect on the result, except that unknown members of structures are left out.
 */
export interface CborGuide {
  /**
   * Creates the object of a structure from the values of its members, which are undefined if they
   * are absent. Absent for unions and maps.
   */
  readonly create?: (values: readonly unknown[]) => Record<string, unknown>;
  /** The guides of members that have one. That of a list is the guide of its items. */
  readonly members?: Readonly<Record<string, () => CborGuide>>;
  /** The guide of the values of a map. */
  readonly entries?: () => CborGuide;
  /** Made from the guide when it is first used. */
  plan?: CborPlan;
}

/** A guide in the form that the decoder uses. */
export interface CborPlan {
  readonly create: CborGuide["create"];
  readonly names: readonly string[];
  /** The names as they are encoded. */
  readonly keys: readonly Uint8Array[];
  readonly positions: ReadonlyMap<string, number>;
  /** The position of the member that came after another one the last time; first, the first one. */
  readonly next: number[];
  readonly members: readonly (CborPlan | undefined)[];
  readonly entries: CborPlan | undefined;
}

/** Returns the plan of a guide. */
export function planOf(guide: CborGuide): CborPlan {
  return guide.plan ?? makePlan(guide);
}

function makePlan(guide: CborGuide): CborPlan {
  const { create, members = {}, entries } = guide;
  const names = Object.keys(create?.([]) ?? members);
  const below: (CborPlan | undefined)[] = [];
  const plan = {
    create,
    names,
    keys: names.map(encodeCbor),
    positions: new Map(names.map((name, index) => [name, index])),
    next: [...names.map((_, index) => (index + 1) % names.length), 0],
    members: below,
    entries: undefined as CborPlan | undefined,
  };
  // Before the guides below, which may refer to this one.
  guide.plan = plan;
  for (const name of names) {
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    below.push(member && planOf(member()));
  }
  plan.entries = entries && planOf(entries());
  return plan;
}
