import { writeFileSync } from "node:fs";

/** Writes the entry that has the types of the main entry and no value, whatever a reader imports from it. */
export function writeTypesEntry(dist: URL): void {
  writeFileSync(new URL("types.d.ts", dist), 'export type * from "./index.js";\n');
  writeFileSync(new URL("types.js", dist), "export {};\n");
}
