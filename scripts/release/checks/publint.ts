import { readFileSync } from "node:fs";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import type { Finding } from "../finding.js";
import type { Packed } from "../packages.js";

/** Checks a tarball with publint. Its suggestions count, too. */
export async function checkPublint(item: Packed): Promise<Finding[]> {
  const bytes = readFileSync(item.tarball);
  const tarball = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  const { messages, pkg } = await publint({ pack: { tarball }, strict: true });
  return messages.map((message) => ({
    where: item.manifest.name,
    message: `publint: ${formatMessage(message, pkg, { color: false }) ?? message.code}`,
  }));
}
