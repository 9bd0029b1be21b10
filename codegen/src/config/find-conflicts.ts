import { dirname, join, resolve, sep } from "node:path";
import { shown } from "../diagnostics/text.js";
import type { Config } from "./config.js";

/** A violation of the rules of a configuration: where, and which. */
export type Violation = readonly [pointer: string, message: string];

const properties = ["out", "jsonSchema", "apiReport"] as const;

/** A path of a configuration: where it is, and where it leads to. */
interface Place {
  readonly property: (typeof properties)[number];
  readonly pointer: string;
  readonly path: string;
  readonly target: string;
}

/**
 * Finds outputs that have the same name, or that would overwrite one another. Folders for JSON Schema can be inside of
 * other ones, since the names of the files in them differ.
 * @param file the configuration, to whose folder paths are relative
 */
export function findConflicts({ outputs }: Config, file: string): Violation[] {
  const places = [...outputs.entries()].flatMap(([index, output]) =>
    properties.flatMap((property): Place[] => {
      const path = output[property];
      if (path === undefined) return [];
      const target = resolve(dirname(file), path);
      return [{ property, pointer: `/outputs/${index}/${property}`, path, target }];
    }),
  );
  return [...duplicateNames(outputs), ...duplicates(places), ...nested(places)];
}

function duplicateNames(outputs: Config["outputs"]): Violation[] {
  return [...outputs.entries()].flatMap(([index, { name }]): Violation[] => {
    const first = outputs.findIndex((other) => other.name === name);
    if (name === undefined || first === index) return [];
    return [
      [`/outputs/${index}/name`, `${shown(name)} is also the name in /outputs/${first}/name`],
    ];
  });
}

function duplicates(places: readonly Place[]): Violation[] {
  return places.flatMap(({ pointer, path, target }, index): Violation[] => {
    const first = places.findIndex((other) => other.target === target);
    if (first === index) return [];
    return [[pointer, `${shown(path)} is also the path in ${places[first]?.pointer ?? ""}`]];
  });
}

function nested(places: readonly Place[]): Violation[] {
  const folders = places.filter(({ property }) => property === "out");
  return places.flatMap(({ property, pointer, path, target }): Violation[] => {
    const outer = folders.find((folder) => target.startsWith(join(folder.target, sep)));
    if (outer === undefined || property === "jsonSchema") return [];
    return [[pointer, `${shown(path)} is inside of the folder in ${outer.pointer}`]];
  });
}
