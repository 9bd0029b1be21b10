import { output } from "./folder.js";

/** Output of many files, some of whose names depend on the label, as all texts do. */
export function manyFiles(label: string): Map<string, string> {
  const files: Record<string, string> = { "index.ts": label };
  for (let index = 0; index < 15; index++) {
    const text = `${label} ${index} ${"x".repeat(5000)} end`;
    files[`operations/Shared${index}.ts`] = text;
    files[`operations/${label}${index}.ts`] = text;
    files[`${label}/shapes/S${index}.ts`] = text;
  }
  return output(files);
}
