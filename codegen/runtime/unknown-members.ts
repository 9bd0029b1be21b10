import { unknownMember } from "./check.js";
import type { DescribedMember, Describer } from "./describe.js";
import { isObject } from "./json.js";
import { at, maxDepth } from "./path.js";
import type { CheckPlace } from "./validation.js";

/** Looks for members that the model does not have in the JSON of a shape, and notes them. */
type Search = (json: unknown, here: CheckPlace) => void;

/** The function that describes a structure or union. */
export type DescribeSearch = (to: Describer<Search>) => Search;

/** Notes every member of wire JSON that the model does not have, at any depth. */
export function reportUnknownMembers(
  json: unknown,
  describe: DescribeSearch,
  here: CheckPlace,
): void {
  describe(new UnknownMembers())(json, here);
}

/** Turns descriptions into searches. */
class UnknownMembers implements Describer<Search> {
  readonly #searches = new Map<string, Search>();

  structure(members: readonly DescribedMember<Search>[]): Search {
    const known = searchesByName(members);
    return (json, here) => {
      for (const [name, value] of entriesOf(json, here)) {
        const search = known.get(name);
        if (search !== undefined) search(value, at(here, name));
        else unknownMember(here, name);
      }
    };
  }

  /** An unknown member of a union is told of by its check. */
  union(members: readonly DescribedMember<Search>[]): Search {
    const known = searchesByName(members);
    return (json, here) => {
      for (const [name, value] of entriesOf(json, here)) known.get(name)?.(value, at(here, name));
    };
  }

  ref(name: string, describe: DescribeSearch): Search {
    return (json, here) => {
      const search = this.#searches.get(name) ?? describe(this);
      this.#searches.set(name, search);
      search(json, here);
    };
  }

  list(search: Search): Search {
    return (json, here) => {
      if (!Array.isArray(json) || here.depth > maxDepth) return;
      for (const [index, item] of json.entries()) search(item, at(here, index));
    };
  }

  map(_key: Search, search: Search): Search {
    return (json, here) => {
      for (const [key, value] of entriesOf(json, here)) search(value, at(here, key));
    };
  }

  orNull(search: Search): Search {
    return search;
  }

  enum(): Search {
    return nothingToFind;
  }

  string(): Search {
    return nothingToFind;
  }

  boolean(): Search {
    return nothingToFind;
  }

  integer(): Search {
    return nothingToFind;
  }

  float(): Search {
    return nothingToFind;
  }

  bigInteger(): Search {
    return nothingToFind;
  }

  bigDecimal(): Search {
    return nothingToFind;
  }

  timestamp(): Search {
    return nothingToFind;
  }

  blob(): Search {
    return nothingToFind;
  }

  document(): Search {
    return nothingToFind;
  }
}

const nothingToFind: Search = () => undefined;

/** A stream is no part of JSON, so that its name is as unknown there as any. */
function searchesByName(members: readonly DescribedMember<Search>[]): Map<string, Search> {
  const inJson = members.filter(
    ([, , , , location]) => location !== "bytes" && location !== "events",
  );
  return new Map(inJson.map(([wireName, , search]) => [wireName, search]));
}

function entriesOf(json: unknown, here: CheckPlace): [name: string, value: unknown][] {
  return isObject(json) && here.depth <= maxDepth ? Object.entries(json) : [];
}
