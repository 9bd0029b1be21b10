import type { ProtocolName } from "../../ir/service.js";
import type { Protocol } from "./protocol.js";
import { restJson1 } from "./rest-json-1/rest-json-1.js";

/** Every protocol that the generator knows. */
export const protocols: Readonly<Record<ProtocolName, Protocol>> = { restJson1 };
