/** A place where two documents differ. */
export interface Difference {
  /** A JSON pointer. */
  readonly pointer: string;
  readonly kind: "missing" | "additional" | "changed";
  readonly wanted: unknown;
  readonly found: unknown;
}

/** Compares two JSON values. Of an object that one of them lacks, only its own place is a difference. */
export function compareJson(wanted: unknown, found: unknown, pointer = ""): Difference[] {
  if (isObject(wanted) && isObject(found)) {
    const keys = new Set([...Object.keys(wanted), ...Object.keys(found)]);
    return [...keys].sort().flatMap((key) => {
      const at = `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
      if (!Object.hasOwn(found, key))
        return [{ pointer: at, kind: "missing" as const, wanted: wanted[key], found: undefined }];
      if (!Object.hasOwn(wanted, key))
        return [{ pointer: at, kind: "additional" as const, wanted: undefined, found: found[key] }];
      return compareJson(wanted[key], found[key], at);
    });
  }
  if (JSON.stringify(wanted) === JSON.stringify(found)) return [];
  return [{ pointer, kind: "changed", wanted, found }];
}

/** What a difference is about, to count differences that are alike: names of paths and components do not matter. */
export function kindOf({ pointer, kind }: Difference): string {
  const place = pointer
    .replace(/^\/paths\/[^/]+/, "/paths/*")
    .replace(/^\/components\/schemas\/[^/]+/, "/components/schemas/*")
    .replace(/\/properties\/[^/]+/g, "/properties/*")
    .replace(/\/(headers|examples)\/[^/]+/g, "/$1/*");
  return `${kind} ${place}`;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
