/** Where a command reads from and writes to; `process` is one. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Shows a line of progress, which the next one replaces; only on a terminal. */
export function showProgress({ stderr }: Terminal, text: string): void {
  if (stderr.isTTY === true) stderr.write(`\r\u001b[K${text}`);
}

/** Removes the line of progress. */
export function clearProgress({ stderr }: Terminal): void {
  if (stderr.isTTY === true) stderr.write("\r\u001b[K");
}
