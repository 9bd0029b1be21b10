import { writeFileSync } from "node:fs";
import { prepareFolder } from "./setup/build-codec.js";
import type { Report } from "./harness/report.js";

/** Runs one job in this process and writes its report to a file. */
const [name = "", file = ""] = process.argv.slice(2);
prepareFolder();
const job = (await import(`./jobs/${name}.js`)) as { run: () => Promise<Report> };
writeFileSync(file, `${JSON.stringify(await job.run(), undefined, 2)}\n`);
