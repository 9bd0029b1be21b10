import type { HttpChecksum } from "../../ir/http-checksum.js";
import type { Operation, Service } from "../../ir/service.js";
import { code, commas, literal, type Code } from "../code/code.js";
import { runtime } from "../code/runtime.js";
import { isEventStream } from "./auth.js";

/** Returns the properties of an operation whose messages have checksums. */
export function checksumTraits(operation: Operation): Code[] {
  const parts = [...requestParts(operation), ...responseParts(operation)];
  if (parts.length === 0) return [];
  return [code`call: ${runtime("callWithChecksums")}`, code`checksum: { ${commas(parts)} }`];
}

/** Returns whether clients of a service verify checksums of responses. */
export function verifiesChecksums({ operations }: Service): boolean {
  return operations.some((operation) => responseParts(operation).length > 1);
}

function requestParts({ checksum, request }: Operation): Code[] {
  // The events of a stream have checksums of their own.
  if (checksum === undefined || isEventStream(request.payload)) return [];
  const { algorithm, required } = checksum;
  return [
    ...(required ? [code`required: true`] : []),
    ...(algorithm === undefined ? [] : [code`member: ${literal(algorithm.property)}`]),
    ...(algorithm?.binding.location === "header"
      ? [code`header: ${literal(algorithm.binding.name.toLowerCase())}`]
      : []),
  ];
}

function responseParts({ checksum, response }: Operation): Code[] {
  const { mode, responseAlgorithms = [] }: Partial<HttpChecksum> = checksum ?? {};
  if (mode === undefined) return [];
  const algorithms = isEventStream(response.payload) ? [] : responseAlgorithms;
  return [
    code`mode: ${literal(mode.property)}`,
    ...(algorithms.length === 0
      ? []
      : [code`verify: [${commas(algorithms.map((name) => literal(name)))}]`]),
  ];
}
