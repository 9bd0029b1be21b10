import type { RequestListener } from "node:http";
import { loadServer } from "../setup/build-codec.js";
import { functions } from "./functions.js";

const { createHandler, toNodeListener } = await loadServer();

/** The service by `createHandler`. */
export const listener: RequestListener = toNodeListener(createHandler(functions));
