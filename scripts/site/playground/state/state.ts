import type { ModelLanguage } from "../workers/protocol.js";

/** What the user has chosen and written: all that a link to the playground restores. */
export interface PlaygroundState {
  readonly source: SourceKind;
  readonly language: ModelLanguage;
  /** The text of the model in that language. */
  readonly model: string;
  /** The name of the operation; empty: the first one. */
  readonly operation: string;
  /** JSON texts; empty: the sample of the operation. */
  readonly input: string;
  readonly output: string;
  readonly view: View;
}

export type SourceKind = "api-gateway" | "model";

export const views = ["model", "request", "response", "code", "files"] as const;
export type View = (typeof views)[number];

export const startState: PlaygroundState = {
  source: "api-gateway",
  language: "smithy",
  model: "",
  operation: "CreateIntegrationResponse",
  input: "",
  output: "",
  view: "request",
};
