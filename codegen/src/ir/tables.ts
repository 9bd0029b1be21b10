import type {
  Advice as AdviceTable,
  EnumTable,
  MemberFacts,
  MemberTable,
  StructureTable,
  TableBounds,
  Target,
  UnionTable,
} from "../../runtime/tables.js";
import type {
  Advice,
  Bounds,
  Constraints,
  Enum,
  Member,
  NamedShape,
  Structure,
  Union,
} from "./ir.js";
import { jsonFormatOf, jsonNameOf, locationOf, presenceOf } from "./wire.js";

/** Converts shapes to the tables that generated code contains. */
export class Tables {
  readonly #tables = new Map<Structure | Union | Enum, StructureTable | UnionTable | EnumTable>();
  readonly #shapes = new Map<unknown, NamedShape>();
  readonly #members = new Map<unknown, Member>();
  readonly #advised = new Map<unknown, Member>();

  /** Returns the shape that a table or target was made from, if the shape has a name. */
  shapeOf(part: unknown): NamedShape | undefined {
    return this.#shapes.get(part);
  }

  /** Returns the member that an entry of a table was made from. */
  memberOf(part: unknown): Member | undefined {
    return this.#members.get(part);
  }

  /** Returns the member that advice is about. */
  advisedBy(part: unknown): Member | undefined {
    return this.#advised.get(part);
  }

  /** Returns the table of a structure or union, in which other ones are functions. */
  membered(shape: Structure | Union): StructureTable | UnionTable {
    return this.#once(shape, () => {
      const { symbol: name, kind: type } = shape;
      const members = shape.members.map((member) => this.#member(shape, member));
      if (type === "union") return { type, name, members };
      return { type, name, ...(shape.error === undefined ? {} : { error: true }), members };
    });
  }

  /** Returns the table of an enum. */
  enum(shape: Enum): EnumTable {
    return this.#once(shape, () => ({
      type: "enum",
      name: shape.symbol,
      values: Object.fromEntries(shape.values.map(({ key, value }) => [key, value])),
    }));
  }

  #once<Table extends StructureTable | UnionTable | EnumTable>(
    shape: Structure | Union | Enum,
    make: () => Table,
  ): Table {
    const known = this.#tables.get(shape) as Table | undefined;
    if (known !== undefined) return known;
    const table = this.#from(shape, make());
    this.#tables.set(shape, table);
    return table;
  }

  #from<Part>(shape: NamedShape, part: Part): Part {
    this.#shapes.set(part, shape);
    return part;
  }

  #member(shape: Structure | Union, member: Member): MemberTable {
    const facts = this.#facts(shape, member);
    const start = [member.property, jsonNameOf(member), this.#target(member)] as const;
    const table: MemberTable = Object.keys(facts).length === 0 ? start : [...start, facts];
    this.#members.set(table, member);
    return table;
  }

  #facts({ kind }: Structure | Union, member: Member): MemberFacts {
    const { defaultValue } = member;
    const location = locationOf(member);
    const advice = member.advice === undefined ? undefined : adviceOf(member.advice);
    if (advice !== undefined) this.#advised.set(advice, member);
    const isInStructure = kind === "structure";
    return {
      ...(isInStructure && presenceOf(member) === "required" ? { required: true } : {}),
      ...(isInStructure && defaultValue !== undefined ? { default: defaultValue } : {}),
      ...(location === undefined ? {} : { location }),
      ...(advice === undefined ? {} : { advice }),
    };
  }

  #target(member: Member): Target {
    const { target, constraints } = member;
    const length = lengthOf(constraints);
    switch (target.kind) {
      case "structure":
      case "union":
        return this.#from(target, () => this.membered(target));
      case "enum":
        return this.enum(target);
      case "list":
        return this.#from(target, {
          type: "list",
          item: this.#target(target.member),
          ...length,
          ...(target.uniqueItems ? { uniqueItems: true } : {}),
          ...(target.sparse ? { sparse: true } : {}),
        });
      case "map":
        return this.#from(target, {
          type: "map",
          key: this.#target(target.key),
          value: this.#target(target.value),
          ...length,
          ...(target.sparse ? { sparse: true } : {}),
        });
      case "string": {
        const pattern = constraints.pattern?.regExp;
        return brief({ type: "string", ...length, ...(pattern === undefined ? {} : { pattern }) });
      }
      case "blob":
        return brief({ type: "blob", ...length });
      case "integer":
        return brief({
          type: target.type,
          ...rangeOf(constraints.range as Bounds<number> | undefined),
        });
      case "float":
      case "bigDecimal":
        return brief({
          type: target.kind,
          ...rangeOf(constraints.range as Bounds<number> | undefined),
        });
      case "bigInteger":
        return brief({
          type: target.type === "long" ? "int64" : "bigInteger",
          ...rangeOf(constraints.range),
        });
      case "timestamp":
        return { type: "timestamp", format: jsonFormatOf(member) };
      case "boolean":
      case "document":
        return target.kind;
    }
  }
}

/** Shortens a table to the name of its type if it says no more. */
function brief(table: Extract<Target, { readonly type: unknown }>): Target {
  return Object.keys(table).length === 1 ? (table.type as Target) : table;
}

function lengthOf({ length }: Constraints): { readonly length?: TableBounds } {
  const bounds = boundsOf(length, 0);
  return bounds === undefined ? {} : { length: bounds };
}

function rangeOf<T extends number | bigint>(
  range: Bounds<T> | undefined,
): { readonly range?: TableBounds<T | number> } {
  const bounds = boundsOf(range, -Infinity);
  return bounds === undefined ? {} : { range: bounds };
}

/** Returns bounds, unless they are infinite or a minimum length of zero. */
function boundsOf<T extends number | bigint>(
  bounds: Bounds<T> | undefined,
  least: number,
): TableBounds<T | number> | undefined {
  const min = bounds?.min ?? least;
  const max = bounds?.max ?? Infinity;
  return min > least || max !== Infinity ? [min, max] : undefined;
}

/** Converts advice. A format whose pattern can take exponential time is omitted. */
export function adviceOf(advice: Advice): AdviceTable {
  const forms = (["text", "keys", "values"] as const).flatMap((name) => {
    const form = advice[name];
    const pattern = form?.pattern.regExp;
    return form === undefined || pattern === undefined
      ? []
      : [[name, { pattern, expected: form.expected }]];
  });
  return {
    ...(Object.fromEntries(forms) as AdviceTable),
    ...(advice.distinctKeys ? { distinctKeys: true } : {}),
  };
}
