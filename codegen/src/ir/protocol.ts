import type { AstServiceShape } from "../load/ast.js";
import type { Diagnostics } from "../load/diagnostics.js";
import { hasTrait } from "../load/traits.js";

/** The only supported protocol (AWS restJson1). */
export const supportedProtocol = "aws.protocols#restJson1";

/** Reports a service that does not use the supported protocol, with the protocols that it uses. */
export function checkProtocol(service: AstServiceShape, diagnostics: Diagnostics): void {
  if (hasTrait(service, supportedProtocol)) return;
  const spoken = Object.keys(service.traits)
    .filter((id) =>
      /^(aws|smithy)\.protocols#(?!httpChecksum|awsQueryCompatible)|^alloy#\w+Json$/.test(id),
    )
    .sort();
  diagnostics.fail(
    service.id,
    `uses ${spoken.length === 0 ? "no protocol" : spoken.join(", ")}; the only supported protocol is ${supportedProtocol}`,
  );
}
