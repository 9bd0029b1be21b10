import { isNamed } from "../ir/build-service.js";
import type { Member, Shape } from "../ir/ir.js";
import { nameOf } from "../load/names.js";
import { breaking, compatible, type Direction, type Effect } from "./change.js";
import { misread } from "./effects.js";
import { compareBy, effectsOf, type Context, type Difference, type Table } from "./walk.js";

/** Compares two versions of a shape by the table of its kind. */
export function compareShape(before: Shape, after: Shape, context: Context): void {
  if (before.kind === after.kind) return compareBy(context.tableOf(before), before, after, context);
  context.report(
    {
      id: "Shape.kind",
      ...typeChange(before, after),
      effects: effectsOf(context, (direction) => otherType(before, after, direction)),
    },
    context,
  );
}

/** Compares what a member refers to, where that is not one shape, which is compared on its own. */
export function compareTarget({ old, now, context }: Difference<Member, Shape>, id: string): void {
  if (context.isPair(old, now)) return;
  if (old.kind === now.kind && !isNamed(old)) {
    reportOtherName(old, now, context, id);
    return compareBy(withoutOwn(context.tableOf(old)), old, now, context);
  }
  const isSame = isAlike(old, now, context);
  if (isSame && (old.kind === "list" || old.kind === "map")) {
    reportOtherName(old, now, context, id);
    return;
  }
  context.report(
    {
      id,
      ...typeChange(old, now),
      effects: isSame
        ? [compatible.code("Both types have the same values.")]
        : effectsOf(context, (direction) => otherType(old, now, direction)),
    },
    context,
  );
}

/** Reports a target of another name, whose type in code is the same. */
function reportOtherName(old: Shape, now: Shape, context: Context, id: string): void {
  const [before, after] = [nameOf(old.id), nameOf(now.id)];
  if (before === after) return;
  context.report(
    {
      id,
      summary: `target changed from ${before} to ${after}`,
      before,
      after,
      effects: [compatible.tools("Its name is neither in code nor in messages.")],
    },
    context,
  );
}

/** Properties that the member itself has, or that say nothing about its values. */
const own: ReadonlySet<string> = new Set([
  "constraints",
  "documentation",
  "file",
  "format",
  "name",
  "sensitive",
  "symbol",
]);

/** A table of what remains of a shape where a member refers to it. */
function withoutOwn<T>(table: Table<T>): Table<T> {
  const aspects = Object.entries(table.aspects).filter(([key]) => !own.has(key));
  return { ...table, aspects: Object.fromEntries(aspects) as Table<T>["aspects"] };
}

/** Whether two shapes differ in nothing but their names. Shapes that they refer to must be the same. */
function isAlike(before: Shape, after: Shape, context: Context): boolean {
  if (context.isShallow || before.kind !== after.kind) return false;
  let isSame = true;
  compareBy(withoutOwn(context.tableOf(before)), before, after, {
    ...context,
    isShallow: true,
    isPair: (old, now) => context.isPair(old, now) || (old === before && now === after),
    report: () => {
      isSame = false;
    },
  });
  return isSame;
}

function typeChange(
  before: Shape,
  after: Shape,
): { readonly summary: string; readonly before: string; readonly after: string } {
  const [old, now] = [typeText(before), typeText(after)];
  return { summary: `type changed from ${old} to ${now}`, before: old, after: now };
}

function typeText(shape: Shape): string {
  if (isNamed(shape)) return `${shape.kind} ${shape.name}`;
  return shape.kind === "integer" ? shape.type : shape.kind;
}

function otherType(before: Shape, after: Shape, direction: Direction): Effect[] {
  const other = breaking.code("Its type in code is different.");
  return formOf(before) === formOf(after) ? [other] : [other, misread(direction)];
}

/** What values of a shape look like in JSON. */
function formOf(shape: Shape): string {
  switch (shape.kind) {
    case "enum":
      return shape.type === "string" ? "string" : "number";
    case "integer":
    case "float":
      return "number";
    case "structure":
    case "map":
      return "object";
    default:
      return shape.kind;
  }
}
