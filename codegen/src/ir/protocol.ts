import type { ProtocolName } from "./service.js";
import type { AstServiceShape } from "../load/ast.js";
import type { Diagnostics } from "../load/diagnostics.js";
import { hasTrait } from "../load/traits.js";

/** The only supported protocol (AWS restJson1). */
export const supportedProtocol = "aws.protocols#restJson1";

/**
 * Returns the protocol of a service.
 * @throws ModelError if it uses no supported one, with the protocols that it uses
 */
export function protocolOf(service: AstServiceShape, diagnostics: Diagnostics): ProtocolName {
  if (hasTrait(service, supportedProtocol)) return "restJson1";
  const spoken = Object.keys(service.traits)
    .filter((id) =>
      /^(aws|smithy)\.protocols#(?!httpChecksum|awsQueryCompatible)|^alloy#\w+Json$/.test(id),
    )
    .sort();
  return diagnostics.fail(
    service.id,
    `uses ${spoken.length === 0 ? "no protocol" : spoken.join(", ")}; the only supported protocol is ${supportedProtocol}`,
  );
}
