import type { ProtocolName } from "./service.js";
import type { AstServiceShape } from "../load/ast.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { hasTrait } from "../load/traits.js";

/** The only supported protocol (AWS restJson1). */
export const supportedProtocol = "aws.protocols#restJson1";

/**
 * Returns the protocol of a service.
 * @param wanted the only protocol to use; by default, any supported one
 * @throws ModelError if the service does not use it, with the protocols that it uses
 */
export function protocolOf(
  service: AstServiceShape,
  wanted: ProtocolName | undefined,
  diagnostics: Diagnostics,
): ProtocolName {
  if (hasTrait(service, supportedProtocol)) return wanted ?? "restJson1";
  const spoken = Object.keys(service.traits)
    .filter((id) =>
      /^(aws|smithy)\.protocols#(?!httpChecksum|awsQueryCompatible)|^alloy#\w+Json$/.test(id),
    )
    .sort();
  return diagnostics.fail(
    "SC1305",
    service.id,
    `uses ${spoken.length === 0 ? "no protocol" : spoken.join(", ")}; the only supported protocol is ${supportedProtocol}`,
  );
}
