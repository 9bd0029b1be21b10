import { loadPeer } from "../setup/peer.js";
import type { Validator } from "./validator.js";

interface Schema {
  optional(): Schema;
  min(length: number): Schema;
  max(length: number): Schema;
  safeParse(value: unknown): {
    readonly success: boolean;
    readonly error?: { readonly issues: readonly unknown[] };
  };
}

interface Zod {
  object(members: Record<string, Schema>): Schema;
  string(): Schema;
  enum(values: readonly string[]): Schema;
  record(key: Schema, value: Schema): Schema;
}

/** zod. */
export async function loadZod(): Promise<Validator> {
  const { z } = (await loadPeer("zod")) as { z: Zod };
  const schema = z.object({
    ContentHandlingStrategy: z.enum(["CONVERT_TO_BINARY", "CONVERT_TO_TEXT"]).optional(),
    IntegrationResponseId: z.string().optional(),
    IntegrationResponseKey: z.string(),
    ResponseParameters: z.record(z.string(), z.string().min(1).max(512)).optional(),
    ResponseTemplates: z.record(z.string(), z.string().max(32768)).optional(),
    TemplateSelectionExpression: z.string().optional(),
  });
  return {
    name: "zod",
    remark: "counts UTF-16 units; copies the value",
    validate: (value) => schema.safeParse(value),
    countIssues: (value) => schema.safeParse(value).error?.issues.length ?? 0,
  };
}
