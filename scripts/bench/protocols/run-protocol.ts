import { writeFileSync } from "node:fs";
import { prepareFolder } from "../setup/build-codec.js";
import { batchProtocols } from "./batch-protocols.js";
import { measureProtocol } from "./measure-protocol.js";

/** Measures one protocol in this process and writes its figures to a file. */
const [name, file = ""] = process.argv.slice(2);
prepareFolder();
const protocol = batchProtocols.find((one) => one.name === name);
if (protocol === undefined) throw new Error(`there is no protocol ${name}`);
writeFileSync(file, JSON.stringify(await measureProtocol(protocol)));
