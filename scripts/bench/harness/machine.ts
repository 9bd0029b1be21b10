import { cpus, totalmem } from "node:os";
import { readFileSync } from "node:fs";
import { bytes } from "./format.js";
import { peersFolder } from "../setup/peer.js";

/** Describes the machine and the versions of everything that is measured. */
export function describeMachine(): Record<string, string> {
  const [processor] = cpus();
  return {
    Node: process.versions.node,
    V8: process.versions.v8,
    machine: `${cpus().length} x ${processor?.model.trim() ?? "unknown"}, ${bytes(totalmem())}`,
    system: `${process.platform} ${process.arch}`,
    ...peerVersions(),
  };
}

/** Returns the pinned versions of the peers. */
function peerVersions(): Record<string, string> {
  const read = (file: URL): Record<string, string> =>
    (JSON.parse(readFileSync(file, "utf8")) as { devDependencies: Record<string, string> })
      .devDependencies;
  const root = read(new URL("../../package.json", peersFolder));
  const sdk = "@aws-sdk/client-apigatewayv2";
  return {
    ...read(new URL("package.json", peersFolder)),
    [sdk]: root[sdk] ?? "",
    rolldown: root["rolldown"] ?? "",
  };
}
