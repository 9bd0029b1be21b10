import { expect, it } from "vitest";
import { describeFileError } from "../../../codegen/src/write/describe-file-error.js";

it.each([
  ["EACCES", "permission denied"],
  ["EPERM", "operation not permitted"],
  ["EROFS", "the file system is read-only"],
  ["ENOSPC", "no space left on the disk"],
  ["ENOENT", "no such file or folder"],
  ["EIO", "i/o error (EIO)"],
])("%s is described as %s", (code, want) => {
  const error = new Error(`${code}: i/o error, open 'a, b'`);
  expect(describeFileError(Object.assign(error, { code, syscall: "open" }))).toBe(want);
});

it("other errors are described by their messages", () => {
  expect(describeFileError(new Error("a, b"))).toBe("a, b");
  expect(describeFileError(Object.assign(new Error("odd"), { code: "X", syscall: "y" }))).toBe(
    "odd",
  );
  expect(describeFileError("text")).toBe("text");
});
