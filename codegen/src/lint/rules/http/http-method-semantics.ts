import type { Rule, RuleContext } from "../../rule.js";
import { bindingsOf, namesAt } from "./bindings.js";
import { httpOperations, type HttpOperation } from "./operations.js";
import { listed } from "./trait-values.js";

/** What a method means (RFC 9110, section 9). `undefined` if it says nothing. */
interface Semantics {
  readonly readonly: boolean;
  readonly idempotent?: boolean;
  readonly hasBody: boolean;
}

const methods: Readonly<Record<string, Semantics>> = {
  GET: { readonly: true, idempotent: false, hasBody: false },
  HEAD: { readonly: true, idempotent: false, hasBody: false },
  OPTIONS: { readonly: true, idempotent: false, hasBody: true },
  TRACE: { readonly: true, idempotent: false, hasBody: false },
  POST: { readonly: false, hasBody: true },
  DELETE: { readonly: false, idempotent: true, hasBody: false },
  PUT: { readonly: false, idempotent: true, hasBody: true },
  PATCH: { readonly: false, hasBody: true },
};

/** Operations are what their HTTP method means: readonly or not, idempotent or not, with a body or without. */
export const httpMethodSemantics: Rule = {
  id: "HttpMethodSemantics",
  *check(context) {
    for (const http of httpOperations(context)) {
      const method = http.method.toUpperCase();
      const semantics = Object.hasOwn(methods, method) ? methods[method] : undefined;
      if (semantics !== undefined) yield* checkMethod(http, method, semantics, context);
    }
  },
};

function* checkMethod(
  { operation, trait, method: written }: HttpOperation,
  method: string,
  semantics: Semantics,
  { model, event }: RuleContext,
): ReturnType<Rule["check"]> {
  const { location } = trait;
  const warn = (message: string, suffix?: string): ReturnType<RuleContext["event"]> =>
    event("WARNING", operation, message, { location, ...(suffix !== undefined && { suffix }) });

  if (written !== method) yield warn(`has the method ${written}; it should be written ${method}`);
  if (method === "OPTIONS")
    yield warn(
      "has the method OPTIONS, which is a detail of CORS; give the service the trait cors instead",
      "OPTIONS",
    );
  for (const [name, wanted] of [
    ["readonly", semantics.readonly],
    ["idempotent", semantics.idempotent],
  ] as const) {
    const has = operation.traits.has(`smithy.api#${name}`);
    if (wanted === undefined || wanted === has) continue;
    const suffix = `${has ? "Unnecessary" : "Missing"}${name === "readonly" ? "Readonly" : "Idempotent"}Trait`;
    yield warn(
      `has the method ${method}, ${has ? "but also" : "but not"} the trait ${name}`,
      suffix,
    );
  }
  if (semantics.hasBody) return;
  const bindings = bindingsOf(model, operation.input, "request");
  const payload = namesAt(bindings, "payload");
  const body = payload.length > 0 ? payload : namesAt(bindings, "document");
  if (body.length === 0) return;
  const message = `has the method ${method}, which many clients send without a body, but members that are sent in it: ${listed(body)}`;
  yield event("DANGER", operation, message, { location, suffix: "UnexpectedPayload" });
}
