import { EventStreamMarshaller } from "@smithy/core/event-streams";
import type { ClientConfig } from "./client-types.js";

/** Returns a configuration with a marshaller for event streams: its own if it has one. */
export function withMarshaller(config: ClientConfig): ClientConfig {
  if (config.eventStreamMarshaller !== undefined) return config;
  const encoder = new TextEncoder();
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const eventStreamMarshaller = new EventStreamMarshaller({
    utf8Decoder: (text) => encoder.encode(text),
    utf8Encoder: (bytes) => decoder.decode(bytes as Uint8Array),
  });
  return { ...config, eventStreamMarshaller };
}
