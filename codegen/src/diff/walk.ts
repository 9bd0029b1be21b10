import type { Member, Shape, TimestampFormat } from "../ir/ir.js";
import type { ShapeId } from "../load/ast.js";
import type { Direction, Effect, Finding } from "./change.js";
import type { ShapePairs } from "./pair-shapes.js";
import type { Location, Uses } from "./uses.js";

/** Where the walk is, and what it knows about both versions. */
export interface Context {
  /** The place that changes are reported at. */
  readonly place: ShapeId;
  /** The directions that changes are judged for. */
  readonly directions: ReadonlySet<Direction>;
  /** Where HTTP carries values of the shape; empty for services and operations. */
  readonly locations: ReadonlySet<Location>;
  /** Whether the place is a shape or member, so that its directions are printed. */
  readonly isData: boolean;
  /** The member whose properties are compared, in both versions. */
  readonly member?: Both<Member>;
  readonly versions: Versions;
  readonly report: (finding: Omit<Finding, "place" | "directions">, context: Context) => void;
  /** Whether two shapes are versions of one shape, which are compared on their own. */
  readonly isPair: (before: Shape, after: Shape) => boolean;
  /** The table of a shape's kind. Tables compare members, whose targets have tables in turn. */
  readonly tableOf: (shape: Shape) => Table<Shape>;
  /** Whether shapes that are not a pair count as different without comparing their members. */
  readonly isShallow: boolean;
}

/** The shapes of both versions. */
export interface Versions extends Omit<ShapePairs, "isPair"> {
  readonly usesOf: (before: Shape, after: Shape) => Uses;
  /** The format of timestamps in bodies, if the model gives none. */
  readonly formatInBodies: TimestampFormat;
}

export interface Both<T> {
  readonly before: T;
  readonly after: T;
}

/** A property that differs: its values, and what has it. */
export interface Difference<T, V> extends Both<T> {
  readonly old: V;
  readonly now: V;
  readonly context: Context;
}

/**
 * How one property of the IR is compared: not at all, for a reason; as text; or by comparing what it
 * contains.
 */
export type Aspect<T, V> =
  | { readonly kind: "ignored"; readonly reason: string }
  | Compared<T, V>
  | {
      readonly kind: "inner";
      readonly compare: (difference: Difference<T, V>, id: string) => void;
    };

interface Compared<T, V> extends Rule<T, V> {
  readonly kind: "compared";
}

/** How a property is compared, and what a difference means. */
export interface Rule<T, V> {
  /** The value as text, by which it is compared; `undefined` where there is none. */
  readonly show: (value: V, holder: T, context: Context) => string | undefined;
  /** What changed, as a phrase; or the property's name, to which the values are added. */
  readonly says: string | ((difference: Difference<T, V>) => string);
  /** What a difference means for values that travel in one direction. */
  readonly means: (difference: Difference<T, V>, direction: Direction) => readonly Effect[];
  /** The id of the event in Smithy's diff tool, if it depends on the difference. */
  readonly event?: (difference: Difference<T, V>) => string;
  /** Whether another aspect reports the difference. */
  readonly isReportedBy?: (difference: Difference<T, V>) => boolean;
}

/** What every property of an interface of the IR means. One that is missing does not compile. */
export interface Table<T> {
  readonly name: string;
  readonly aspects: { readonly [Key in keyof T]-?: Aspect<T, T[Key]> };
}

/** A property that is not compared. */
export function ignored(reason: string): { readonly kind: "ignored"; readonly reason: string } {
  return { kind: "ignored", reason };
}

/** A property that is compared as text. */
export function compared<T, V>(rule: Rule<T, V>): Aspect<T, V> {
  return { kind: "compared", ...rule };
}

/** A flag, with the texts for setting and for clearing it. */
export function flag<T>(
  set: string,
  cleared: string,
  means: Rule<T, boolean>["means"],
  isReportedBy?: Rule<T, boolean>["isReportedBy"],
): Aspect<T, boolean> {
  return {
    kind: "compared",
    show: String,
    says: ({ now }) => (now ? set : cleared),
    means,
    ...(isReportedBy === undefined ? {} : { isReportedBy }),
  };
}

/** A property whose contents are compared by a function. */
export function inner<T, V>(
  compare: (difference: Difference<T, V>, id: string) => void,
): Aspect<T, V> {
  return { kind: "inner", compare };
}

/** The properties of something that may be absent: then each is `undefined`. */
export type Optional<T> = { readonly [Key in keyof T]: T[Key] | undefined };

/** A property that is an object with a table of its own, or absent. */
export function optional<T, V extends object>(
  table: () => Table<Optional<V>>,
): Aspect<T, V | undefined> {
  const absent = {} as Optional<V>;
  return inner(({ old, now, context }) => {
    if (old !== now) compareBy(table(), old ?? absent, now ?? absent, context);
  });
}

/** A property that is an object with a table of its own. */
export function nested<T, V extends object>(table: () => Table<V>): Aspect<T, V> {
  return inner(({ old, now, context }) => compareBy(table(), old, now, context));
}

/** Compares two versions property by property. */
export function compareBy<T extends object>(
  { name, aspects }: Table<T>,
  before: T,
  after: T,
  context: Context,
): void {
  for (const key of Object.keys(aspects) as (keyof T & string)[]) {
    const aspect = aspects[key] as Aspect<T, unknown>;
    if (aspect.kind === "ignored") continue;
    const difference = { before, after, old: before[key], now: after[key], context };
    if (aspect.kind === "inner") aspect.compare(difference, `${name}.${key}`);
    else compareAsText(aspect, difference, `${name}.${key}`);
  }
}

function compareAsText<T, V>(rule: Rule<T, V>, difference: Difference<T, V>, id: string): void {
  const { before, after, context } = difference;
  const old = rule.show(difference.old, before, context);
  const now = rule.show(difference.now, after, context);
  if (old === now || rule.isReportedBy?.(difference) === true) return;
  const { says } = rule;
  context.report(
    {
      id,
      ...(rule.event === undefined ? {} : { event: rule.event(difference) }),
      summary: typeof says === "string" ? summarize(says, old, now) : says(difference),
      before: old,
      after: now,
      effects: effectsOf(context, (direction) => rule.means(difference, direction)),
    },
    context,
  );
}

/** Whether a member's change comes from its target, where it is reported. */
export function isInherited<V>(
  { old, now, context: { member, isPair } }: Difference<unknown, V>,
  pick: (shape: Shape) => unknown,
): boolean {
  if (member === undefined || !isPair(member.before.target, member.after.target)) return false;
  return pick(member.before.target) === old && pick(member.after.target) === now;
}

/** The effects of a change in every direction, each once. */
export function effectsOf(
  { directions }: Context,
  means: (direction: Direction) => readonly Effect[],
): Effect[] {
  const effects = new Map<string, Effect>();
  for (const direction of ["input", "output"] as const) {
    if (!directions.has(direction)) continue;
    for (const effect of means(direction)) effects.set(effect.text, effect);
  }
  return [...effects.values()];
}

/** Returns the text for a changed property, from its old and new value. */
export function summarize(
  name: string,
  before: string | undefined,
  after: string | undefined,
): string {
  if (before === undefined) return `${name} ${after ?? ""} was added`;
  if (after === undefined) return `${name} ${before} was removed`;
  return `${name} changed from ${before} to ${after}`;
}

/** Pairs the items of two versions by a key, sorted by the key. */
export function* pairBy<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (item: T) => string,
): Generator<readonly [key: string, before: T | undefined, after: T | undefined]> {
  const old = new Map(before.map((item) => [keyOf(item), item]));
  const now = new Map(after.map((item) => [keyOf(item), item]));
  for (const key of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    yield [key, old.get(key), now.get(key)];
  }
}
