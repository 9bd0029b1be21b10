import { isatty } from "node:tty";
import pc from "picocolors";

/** Colours on a terminal, and plain text everywhere else: in a file, a pipe, and the log of a CI. */
export const colors: ReturnType<typeof pc.createColors> = pc.createColors(
  isatty(1) && isatty(2) && process.env["NO_COLOR"] === undefined,
);
