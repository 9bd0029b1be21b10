import { cbor } from "@smithy/core/cbor";
import type { Feature } from "./support/feature.js";
import { eventFeature } from "./support/event-models.js";

/** The same events in CBOR. */
export const feature: Feature = eventFeature("smithy.protocols#rpcv2Cbor", (bytes) =>
  cbor.deserialize(bytes),
);
