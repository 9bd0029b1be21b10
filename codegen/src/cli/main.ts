#!/usr/bin/env node
import { createProgram } from "./program.js";

// A reader that has seen enough, such as `head`, closes the pipe.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});
process.exitCode = await createProgram(process).run(process.argv);
