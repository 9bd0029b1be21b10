import { writeFileSync } from "node:fs";

/** Writes the entry `types`, which has the types of the main entry and no values. */
export function writeTypesEntry(dist: URL): void {
  writeFileSync(new URL("types.d.ts", dist), 'export type * from "./index.js";\n');
  writeFileSync(new URL("types.js", dist), "export {};\n");
}
