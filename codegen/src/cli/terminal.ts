/** Where a command reads from and writes to; `process` is one. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream & { readonly columns?: number };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  /** Environment variables; none by default. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}
