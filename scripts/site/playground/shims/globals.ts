/** Globals of Node.js that the generator and ts-morph use. Has to be imported before them. */
import { Buffer } from "buffer";

const globals = globalThis as { Buffer?: unknown; process?: unknown };
globals.Buffer ??= Buffer;
// Only for paths: without other properties, the compiler sees that this is no Node.js.
globals.process ??= { cwd: () => "/" };
