/** What the imports of one generated file from another end in. */
export const importExtensions = [".js", ".ts", "none"] as const;

export type ImportExtension = (typeof importExtensions)[number];

/** What stands at the end of a specifier. */
export function suffixOf(extension: ImportExtension): string {
  return extension === "none" ? "" : extension;
}
