import { isatty } from "node:tty";
import pc from "picocolors";

const { NO_COLOR, FORCE_COLOR } = process.env;

/**
 * Colours on a terminal, and plain text in files, pipes and the logs of CI systems. The environment variable NO_COLOR
 * turns colours off everywhere, FORCE_COLOR turns them on.
 */
export const colors: ReturnType<typeof pc.createColors> = pc.createColors(
  NO_COLOR === undefined && (FORCE_COLOR !== undefined || (isatty(1) && isatty(2))),
);
