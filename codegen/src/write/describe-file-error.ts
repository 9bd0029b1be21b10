/** Whether an error is one of the file system. */
export function isFileError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error;
}

/** Says in plain words why a file could not be read or written. */
export function describeFileError(error: unknown): string {
  if (!isFileError(error)) return error instanceof Error ? error.message : String(error);
  const { code = "", message } = error;
  const reason = reasons.get(code);
  if (reason !== undefined) return reason;
  // Node's own messages read "EIO: i/o error, read 'path'".
  const [, text] = /^\w+: ([^,]+)/.exec(message) ?? [];
  return text === undefined ? message : `${text} (${code})`;
}

const reasons: ReadonlyMap<string, string> = new Map([
  ["EACCES", "permission denied"],
  ["EEXIST", "this is a file; expected a folder"],
  ["EISDIR", "this is a folder; expected a file"],
  ["ENOENT", "no such file or folder"],
  ["ENOSPC", "no space left on the disk"],
  ["ENOTDIR", "this is not a folder, or is inside something that is not a folder"],
  ["EPERM", "operation not permitted"],
  ["EROFS", "the file system is read-only"],
]);
