import { protocolNames } from "../../codegen/src/ir/options.js";
import { protocolRules } from "../../codegen/src/ir/protocol.js";
import type { ProtocolName } from "../../codegen/src/ir/service.js";

/** What is read of a model before it is checked. */
interface Model {
  readonly shapes?: Readonly<Record<string, { type?: string; traits?: object }>>;
}

/** Returns the supported protocols of the service in a model; none if the model cannot be read. */
export function protocolsOf(bytes: Uint8Array): ProtocolName[] {
  let model: Model | null;
  try {
    model = JSON.parse(new TextDecoder().decode(bytes)) as Model | null;
  } catch {
    return [];
  }
  const services = Object.values(model?.shapes ?? {}).filter(({ type }) => type === "service");
  const traits = services.flatMap((service) => Object.keys(service.traits ?? {}));
  return protocolNames.filter((name) => traits.includes(protocolRules[name].trait));
}
