/** Where a command reads from and writes to; `process` is one. */
export interface Terminal {
  readonly stdin: NodeJS.ReadableStream;
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean };
}

/** Writes a line that is replaced by the next, where there is a terminal to see it. */
export function showProgress({ stderr }: Terminal, text: string): void {
  if (stderr.isTTY === true) stderr.write(`\r\u001b[K${text}`);
}

/** Takes the line of progress back. */
export function clearProgress({ stderr }: Terminal): void {
  if (stderr.isTTY === true) stderr.write("\r\u001b[K");
}
