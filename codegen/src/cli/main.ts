#!/usr/bin/env node
import { createProgram } from "./program.js";

process.exitCode = await createProgram(process).run(process.argv);
