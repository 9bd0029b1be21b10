/** An output folder that cannot be read or written safely. */
export class OutputError extends Error {
  override readonly name: string = "OutputError";
}

/** Files in an output folder that were not generated and would be overwritten. */
export class ConflictError extends OutputError {
  override readonly name = "ConflictError";
  /** The paths of the files, with the folder. */
  readonly files: readonly string[];

  constructor(files: readonly string[]) {
    super(
      [
        ...files.map((file) => `${file}: this file was not generated and would be overwritten`),
        "Nothing was written. Move these files away, choose another folder, or overwrite them with --force.",
      ].join("\n"),
    );
    this.files = files;
  }
}
