import { startListening, type Ended, type Listening } from "../../support/listening-process.js";

/**
 * Starts the command `serve` on any free port.
 * @returns the process when it listens, or how it ended
 */
export function startServe(args: readonly string[]): Promise<Listening | Ended> {
  return startListening("codegen/src/cli/main.ts", ["serve", "--port", "0", ...args]);
}
