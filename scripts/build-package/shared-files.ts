/** Returns an export of names from a file. */
export function reExport(names: readonly string[], file: string): string {
  return `export { ${names.join(", ")} } from ${JSON.stringify(file)};`;
}

/** Resolves a file that is bundled on its own, and leaves other sources to other plugins. */
export function external(
  source: string,
  file: string,
): { id: string; external: true; moduleSideEffects: false } | undefined {
  // The import is omitted where no name of it is used.
  return source === file ? { id: file, external: true, moduleSideEffects: false } : undefined;
}
