import type { Service } from "../../../codegen/src/ir/service.js";
import { describe, expect, it } from "vitest";
import { adviceTable, constraintsTable } from "../../../codegen/src/diff/constraint-tables.js";
import { diffServices } from "../../../codegen/src/diff/diff-services.js";
import { documentationTable } from "../../../codegen/src/diff/documentation-table.js";
import { enumValueTable } from "../../../codegen/src/diff/enum-table.js";
import { errorTable } from "../../../codegen/src/diff/error-table.js";
import { memberTable } from "../../../codegen/src/diff/member-table.js";
import {
  customizationTable,
  httpTable,
  operationTable,
  serviceTable,
} from "../../../codegen/src/diff/service-tables.js";
import { shapeTables } from "../../../codegen/src/diff/shape-tables.js";
import { ignored, type Aspect, type Table } from "../../../codegen/src/diff/walk.js";
import type { Binding, Bounds, Shape } from "../../../codegen/src/ir/ir.js";
import { membersOf } from "../../../codegen/src/ir/members.js";
import {
  enumeration,
  list,
  map,
  member,
  model,
  operation,
  simple,
  structure,
  union,
} from "../support/models.js";
import { build } from "../support/problems.js";

interface AnyTable {
  readonly name: string;
  readonly aspects: Readonly<Record<string, Aspect<never, never>>>;
}

type Bag = Record<string, unknown>;

/** A service that has every interface of the IR. */
function everything(): Service {
  const advised = { pattern: "^a$", expected: "an a" };
  return build(
    model({
      Do: operation("/do/{id}", {
        input: "In",
        output: "Out",
        errors: ["Oops"],
        traits: { endpoint: { hostPrefix: "{host}." } },
      }),
      In: structure({
        id: member("String", { httpLabel: {}, required: {} }),
        host: member("String", { hostLabel: {}, required: {} }),
        string: "Text",
        boolean: "Boolean",
        integer: member("Integer", { default: 1, range: { min: 0, max: 9 } }),
        float: "Double",
        bigInteger: "BigInteger",
        bigDecimal: "BigDecimal",
        timestamp: member("Timestamp", { timestampFormat: "http-date" }),
        document: "Document",
        blob: "Blob",
        enum: "Color",
        list: "List",
        map: member("Map", {
          "smithycodec#advice": { text: advised, keys: advised, values: advised },
        }),
        union: "Union",
      }),
      Out: structure({ stream: member("Stream", { httpPayload: {} }) }),
      Stream: union({ event: "Event" }, { streaming: {} }),
      Event: structure({ header: member("String", { eventHeader: {} }) }),
      Oops: structure({ message: "String" }, { error: "client" }),
      Text: simple("string", { length: { min: 1, max: 9 }, pattern: "^a*$" }),
      Color: enumeration({ RED: "red" }),
      List: list("String"),
      Map: map("String"),
      Union: union({ a: "String" }),
    }),
  );
}

/** Every object of a service that a table is about, with its table. */
function objectsOf(service: Service): [AnyTable, Bag][] {
  const found: [AnyTable, Bag][] = [];
  const add = (table: unknown, object: object | undefined): void => {
    if (object !== undefined) found.push([table as AnyTable, object as Bag]);
  };
  const shapes = new Set<Shape>(service.shapes);
  for (const shape of shapes) for (const { target } of membersOf(shape)) shapes.add(target);
  add(serviceTable, service);
  for (const operation of service.operations) {
    add(operationTable, operation);
    add(httpTable, operation.http);
    add(customizationTable, operation.customization);
  }
  for (const shape of shapes) {
    add(shapeTables[shape.kind], shape);
    add(documentationTable, shape.documentation);
    add(constraintsTable, shape.constraints);
    if (shape.kind === "structure") add(errorTable, shape.error);
    if (shape.kind === "enum") for (const value of shape.values) add(enumValueTable, value);
    for (const each of membersOf(shape)) {
      add(memberTable, each);
      add(adviceTable, each.advice);
      add(constraintsTable, each.constraints);
    }
  }
  return found;
}

/** Another value for a property; a change of one that is absent needs to know its name. */
function otherThan(key: string, value: unknown): unknown {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  if (key === "protocol") return "restXml";
  if (typeof value === "string") return `${value}x`;
  if (key === "binding") return { location: "header", name: "x-other" } satisfies Binding;
  if (key === "xml") return { ...(value as object), flattened: true };
  if (key === "headers") return [["x-other", "1"]];
  if (key === "labels") return new Map([["id", "-"]]);
  if (key === "hostPrefix") return ["other."];
  if (key === "input" || key === "output") return undefined;
  if (value === undefined) return key === "timestampFormat" ? "date-time" : "other";
  throw new Error(`no other value for ${key}`);
}

describe("the tables of diff", () => {
  it("have every property that the IR has at run time", () => {
    const missing = objectsOf(everything()).flatMap(([{ name, aspects }, object]) =>
      Object.keys(object)
        .filter((key) => !Object.hasOwn(aspects, key))
        .map((key) => `${name}.${key}`),
    );
    expect(missing).toEqual([]);
  });

  it("are all found in the service of this test", () => {
    const found = new Set(objectsOf(everything()).map(([{ name }]) => name));
    expect([...found].sort()).toEqual(
      `Advice BigDecimalShape BigIntegerShape BlobShape BooleanShape Constraints Customization
      Documentation DocumentShape Enum EnumValue ErrorTraits FloatShape Http IntegerShape List MapShape
      Member Operation Service StringShape Structure TimestampShape Union`
        .split(/\s+/)
        .sort(),
    );
  });

  it("let no change of a compared property go unnoticed", () => {
    const before = everything();
    const after = structuredClone(before);
    const silent = new Set<string>();
    const reported = new Set<string>();
    const wanted = new Set<string>();
    for (const [{ name, aspects }, object] of objectsOf(after)) {
      for (const [key, { kind }] of Object.entries(aspects)) {
        if (kind !== "compared") continue;
        const value = object[key];
        object[key] = otherThan(key, value);
        const changes = diffServices(before, after);
        if (changes.length === 0) silent.add(`${name}.${key}`);
        for (const { property } of changes) reported.add(property ?? "");
        wanted.add(`${name}.${key}`);
        object[key] = value;
      }
    }
    expect(diffServices(before, after)).toEqual([]);
    expect([...silent].sort()).toEqual([
      // Of no consequence where the member has no default.
      "Member.clientDefault",
      // Only timestamps have a format.
      "Member.timestampFormat",
    ]);
    expect([...wanted].filter((id) => !reported.has(id))).toEqual([]);
  });

  it("do not compile without a property", () => {
    const aspect = ignored("It is the only one.");
    const table = { name: "Bounds", aspects: { min: aspect } };
    // @ts-expect-error the property `max` has no aspect
    const incomplete: Table<Bounds<number>> = table;
    expect(incomplete).toBe(table);
  });
});
