import type { ServiceInfo, TypeInfo } from "../info/service-info.js";

/** A value that is not written in the form that its type needs. */
export interface FormProblem {
  /** A JSON pointer. */
  readonly path: string;
  readonly message: string;
}

export interface FromJsonForm {
  readonly value: unknown;
  readonly problems: readonly FormProblem[];
}

/** Deeper values are left as they are: no model needs that, and the stack is limited. */
const maxDepth = 200;

/**
 * Converts the JSON form of a typed value: dates are ISO text, bytes are base64, bigints are digits, as text or
 * number. What has another form is kept for the validator, and reported.
 */
export function fromJsonForm(
  json: unknown,
  type: TypeInfo | undefined,
  shapes: ServiceInfo["shapes"],
): FromJsonForm {
  const problems: FormProblem[] = [];
  return { value: convert(json, type, "", 0), problems };

  function convert(
    item: unknown,
    itemType: TypeInfo | undefined,
    path: string,
    depth: number,
  ): unknown {
    if (item === null || itemType === undefined || depth > maxDepth) return item;
    const shape = Object.hasOwn(shapes, itemType) ? shapes[itemType] : undefined;
    if (shape === undefined) return simple(item, itemType, path);
    if (shape.kind === "enum") return item;
    if (shape.kind === "list") {
      if (!Array.isArray(item)) return item;
      return item.map((each, index) => convert(each, shape.item, `${path}/${index}`, depth + 1));
    }
    if (typeof item !== "object" || Array.isArray(item)) return item;
    const entries = Object.entries(item).map(([key, each]): [string, unknown] => {
      const memberType =
        shape.kind === "map" ? shape.value : shape.members.find(({ name }) => name === key)?.type;
      return [key, convert(each, memberType, `${path}/${escapeStep(key)}`, depth + 1)];
    });
    return Object.fromEntries(entries);
  }

  function simple(item: unknown, simpleType: string, path: string): unknown {
    const rule = rules[simpleType];
    if (rule === undefined) return item;
    const value = rule.convert(item);
    if (value !== undefined) return value;
    problems.push({ path, message: rule.message });
    return item;
  }
}

interface Rule {
  /** Returns `undefined` if the value has another form. */
  readonly convert: (item: unknown) => unknown;
  readonly message: string;
}

const rules: Readonly<Record<string, Rule>> = {
  timestamp: {
    convert: toDate,
    message: 'Write a date as ISO text, such as "2026-01-31T12:00:00Z".',
  },
  blob: { convert: toBytes, message: 'Write bytes as base64 text, such as "SGVsbG8=".' },
  bigint: {
    convert: (item) => (isDigits(item) ? BigInt(String(item)) : undefined),
    message: 'Write a bigint as digits in a text, such as "9007199254740993".',
  },
  decimal: {
    convert: (item) => (typeof item === "number" ? String(item) : textOf(item)),
    message: 'Write a decimal as text, such as "1.50".',
  },
  number: {
    convert: (item) => (/^(?:NaN|-?Infinity)$/.test(String(item)) ? Number(item) : item),
    message: "",
  },
};

function toDate(item: unknown): Date | undefined {
  if (typeof item !== "string" || !/^\d{4}-\d\d-\d\d/.test(item)) return undefined;
  const date = new Date(item);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function toBytes(item: unknown): Uint8Array | undefined {
  if (typeof item !== "string") return undefined;
  try {
    return Uint8Array.from(atob(item), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function isDigits(item: unknown): boolean {
  return (typeof item === "string" || Number.isSafeInteger(item)) && /^-?\d+$/.test(String(item));
}

function textOf(item: unknown): string | undefined {
  return typeof item === "string" ? item : undefined;
}

function escapeStep(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
