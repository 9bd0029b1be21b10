import { loadPeer } from "../setup/peer.js";
import type { Validator } from "./validator.js";

type Part = object;

interface Valibot {
  object(members: Record<string, Part>): Part;
  optional(part: Part): Part;
  string(): Part;
  picklist(values: readonly string[]): Part;
  record(key: Part, value: Part): Part;
  pipe(...parts: readonly Part[]): Part;
  minLength(length: number): Part;
  maxLength(length: number): Part;
  safeParse(
    schema: Part,
    value: unknown,
  ): { readonly success: boolean; readonly issues?: readonly unknown[] };
}

/** valibot. */
export async function loadValibot(): Promise<Validator> {
  const v = (await loadPeer("valibot")) as Valibot;
  const text = v.string();
  const schema = v.object({
    ContentHandlingStrategy: v.optional(v.picklist(["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"])),
    IntegrationResponseId: v.optional(text),
    IntegrationResponseKey: text,
    ResponseParameters: v.optional(v.record(text, v.pipe(text, v.minLength(1), v.maxLength(512)))),
    ResponseTemplates: v.optional(v.record(text, v.pipe(text, v.maxLength(32768)))),
    TemplateSelectionExpression: v.optional(text),
  });
  return {
    name: "valibot",
    remark: "counts UTF-16 units; copies the value",
    validate: (value) => v.safeParse(schema, value),
    countIssues: (value) => v.safeParse(schema, value).issues?.length ?? 0,
  };
}
