import { loadPeer } from "../setup/peer.js";
import type { Validator } from "./validator.js";

interface ArkType {
  type: {
    (definition: object): (value: unknown) => unknown;
    readonly errors: new () => readonly unknown[];
  };
}

/** arktype. */
export async function loadArktype(): Promise<Validator> {
  const { type } = (await loadPeer("arktype")) as ArkType;
  const check = type({
    "ContentHandlingStrategy?": "'CONVERT_TO_BINARY' | 'CONVERT_TO_TEXT'",
    "IntegrationResponseId?": "string",
    IntegrationResponseKey: "string",
    "ResponseParameters?": { "[string]": "1 <= string <= 512" },
    "ResponseTemplates?": { "[string]": "string <= 32768" },
    "TemplateSelectionExpression?": "string",
  });
  return {
    name: "arktype",
    remark: "counts UTF-16 units",
    validate: check,
    countIssues: (value) => {
      const result = check(value);
      return result instanceof type.errors ? result.length : 0;
    },
  };
}
