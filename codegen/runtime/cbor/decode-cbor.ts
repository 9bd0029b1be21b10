import { CborReader } from "./cbor-reader.js";
import { planOf, type CborGuide, type CborPlan } from "./guides.js";
import { toHalf } from "./half-float.js";
import { dateOf, decimalOf, integerOf } from "./tagged-values.js";
import { define, setEntry } from "../json/json.js";
import { maxDepth } from "../values/path.js";

/**
 * Decodes one CBOR item (RFC 8949). Maps become plain objects and must have text as keys, byte
 * strings become copies, and integers become bigints where numbers are not exact. Of the tags,
 * epoch times become Dates with a precision of milliseconds, big integers become bigints, and
 * decimal fractions become the text of a JSON number; other tags are ignored. Null and undefined
 * become null. Takes time and memory in proportion to the number of bytes.
 * @param guide what is known of the item, if something is
 * @throws CborError for bytes that are not one well-formed and valid item, for duplicate keys,
 * other simple values, more than `maxDepth` levels, and integers of more than `maxBytes` bytes
 */
export function decodeCbor(bytes: Uint8Array, guide?: CborGuide): unknown {
  return new CborDecoder(bytes).decode(guide && planOf(guide));
}

class CborDecoder extends CborReader {
  /** The values of the members of structures, by the depth of these; undefined between uses. */
  private readonly values: unknown[][] = [];

  decode(plan: CborPlan | undefined): unknown {
    const value = this.readItem(0, plan);
    return this.at === this.bytes.length ? value : this.fail("bytes after the value");
  }

  private readItem(depth: number, plan: CborPlan | undefined): unknown {
    const head = this.readByte();
    const info = head & 31;
    switch (head >> 5) {
      case 0:
        return info === 27 ? this.readLong() : this.readArgument(info);
      case 1:
        return info === 27 ? this.readNegativeLong() : -1 - this.readArgument(info);
      case 2:
        return info === 31 ? this.readByteChunks() : this.readBytes(info);
      case 3:
        return info === 31 ? this.readTextChunks() : this.readText(info);
      case 4:
        return this.readArray(info, this.checkDepth(depth), plan);
      case 5:
        return plan?.create === undefined
          ? this.readMap(info, this.checkDepth(depth), plan)
          : this.readStructure(info, this.checkDepth(depth), plan, plan.create);
      case 6:
        return this.readTagged(this.readArgument(info), this.checkDepth(depth));
      default:
        return this.readSimple(info);
    }
  }

  /** Returns the depth of items inside of an item. */
  private checkDepth(depth: number): number {
    return depth > maxDepth ? this.fail(`more than ${maxDepth} levels of nesting`) : depth + 1;
  }

  private readArray(info: number, depth: number, plan: CborPlan | undefined): unknown[] {
    // Not allocated by its length: every level of nested arrays could claim all bytes that are left.
    const items: unknown[] = [];
    if (info === 31) {
      while (!this.takeBreak()) items.push(this.readItem(depth, plan));
    } else {
      for (let left = this.readCount(info); left > 0; left--)
        items.push(this.readItem(depth, plan));
    }
    return items;
  }

  private readMap(
    info: number,
    depth: number,
    plan: CborPlan | undefined,
  ): Record<string, unknown> {
    const map: Record<string, unknown> = {};
    const entries = plan?.entries;
    let left = info === 31 ? -1 : this.readCount(info);
    while (left < 0 ? !this.takeBreak() : left-- > 0) {
      const key = this.readKey();
      const member = plan === undefined ? undefined : plan.positions.get(key);
      const value = this.readItem(depth, member === undefined ? entries : plan?.members[member]);
      // Values are never undefined, so a property that is not undefined is a duplicate or inherited.
      if (map[key] === undefined) map[key] = value;
      else if (Object.hasOwn(map, key)) this.fail("a duplicate key");
      else define(map, key, value);
    }
    return map;
  }

  /** Reads a map into an object with all members of a structure, of which some may be undefined. */
  private readStructure(
    info: number,
    depth: number,
    plan: CborPlan,
    create: (values: readonly unknown[]) => Record<string, unknown>,
  ): Record<string, unknown> {
    const { names } = plan;
    const values = (this.values[depth] ??= []);
    while (values.length < names.length) values.push(undefined);
    let unknown: Set<string> | undefined;
    let known = 0;
    let last = names.length;
    let left = info === 31 ? -1 : this.readCount(info);
    while (left < 0 ? !this.takeBreak() : left-- > 0) {
      const member = this.readMember(plan, last);
      if (typeof member === "string") {
        unknown ??= new Set();
        if (unknown.has(member)) this.fail("a duplicate key");
        unknown.add(member);
        this.readItem(depth, undefined);
      } else {
        const value = this.readItem(depth, plan.members[member]);
        if (values[member] !== undefined) this.fail("a duplicate key");
        values[member] = value;
        last = member;
        known++;
      }
    }
    // An object with all members of a large structure would take far more memory than the bytes.
    const isSparse = known * 8 < names.length;
    const object = isSparse ? sparseObject(names, values, known) : create(values);
    for (let index = 0; known > 0 && index < names.length; index++) values[index] = undefined;
    return object;
  }

  /** Reads a key. Returns the position of a member, or the name of an unknown one. */
  private readMember(plan: CborPlan, last: number): number | string {
    const guess = plan.next[last] ?? 0;
    const expected = plan.keys[guess];
    if (expected !== undefined && this.isNext(expected)) return guess;
    const key = this.readKey();
    const member = plan.positions.get(key);
    if (member === undefined) return key;
    plan.next[last] = member;
    return member;
  }

  private readTagged(tag: number, depth: number): unknown {
    const value = this.readItem(depth, undefined);
    switch (tag) {
      case 1:
        return dateOf(value, this);
      case 2:
        return integerOf(value, this);
      case 3:
        return -1n - integerOf(value, this);
      case 4:
        return decimalOf(value, this);
      default:
        return value;
    }
  }

  private readSimple(info: number): unknown {
    switch (info) {
      case 20:
        return false;
      case 21:
        return true;
      case 22:
      case 23:
        return null;
      case 25:
        return toHalf(this.view.getUint16(this.take(2)));
      case 26:
        return this.view.getFloat32(this.take(4));
      case 27:
        return this.view.getFloat64(this.take(8));
      default:
        return this.fail(info === 31 ? "a break in the wrong place" : "an unknown simple value");
    }
  }
}

/** Returns an object of those members that have values. */
function sparseObject(
  names: readonly string[],
  values: readonly unknown[],
  known: number,
): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  if (known === 0) return object;
  for (const [index, name] of names.entries()) {
    if (values[index] !== undefined) setEntry(object, name, values[index]);
  }
  return object;
}
