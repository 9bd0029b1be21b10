import { startListening, type Ended, type Listening } from "../support/listening-process.js";

/**
 * Starts the emulator on any free port, unless the arguments say otherwise.
 * @throws Error if it does not listen
 */
export async function startEmulator(args: readonly string[] = []): Promise<Listening> {
  const started = await runEmulator(["--port", "0", ...args]);
  if ("url" in started) return started;
  throw new Error(`The emulator ended: ${started.stderr}`);
}

/** Runs the emulator with arguments that may end it. */
export function runEmulator(args: readonly string[]): Promise<Listening | Ended> {
  return startListening("scripts/emulator/main.ts", args);
}

/** Text of a README, with the address of an emulator instead of the default one. */
export function withEmulator(text: string, { url }: Listening): string {
  return text.replaceAll("http://127.0.0.1:4566", url);
}
