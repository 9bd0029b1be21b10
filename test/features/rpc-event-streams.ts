import type { Feature } from "./support/feature.js";
import { eventFeature } from "./support/event-models.js";

/** Events in an RPC protocol with JSON: the first message has the other members. */
export const feature: Feature = eventFeature("aws.protocols#awsJson1_1", (bytes) =>
  JSON.parse(new TextDecoder().decode(bytes)),
);
