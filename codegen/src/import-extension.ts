/** The extensions that imports between generated files can have. */
export const importExtensions = [".js", ".ts", "none"] as const;

export type ImportExtension = (typeof importExtensions)[number];

/** Returns the end of an import specifier: the extension, or nothing for "none". */
export function suffixOf(extension: ImportExtension): string {
  return extension === "none" ? "" : extension;
}
