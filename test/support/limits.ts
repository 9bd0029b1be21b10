import { startWatchdog } from "./watchdog.js";

// The longest work of one piece is to compile the code of a thousand operations, about 20 s.
startWatchdog({ blockedMs: 240_000, residentBytes: 3_500_000_000 });
