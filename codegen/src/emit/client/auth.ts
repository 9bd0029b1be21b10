import type { AuthScheme } from "../../ir/auth.js";
import type { Member } from "../../ir/ir.js";
import type { Operation, Service } from "../../ir/service.js";
import { code, commas, identifier, literal, type Code } from "../code/code.js";
import { runtime } from "../code/runtime.js";

/** Returns the schemes of a service or of an operation. */
export function authSchemes(schemes: readonly AuthScheme[]): Code {
  return code`[${commas(schemes.map(authScheme))}]`;
}

/** Returns the authentication of an operation as far as it differs from that of the service. */
export function authTraits(operation: Operation, service: Service): Code[] {
  const { auth, unsignedPayload, request } = operation;
  const isOther = JSON.stringify(auth) !== JSON.stringify(service.auth);
  const isSigned = auth.some(({ kind }) => kind === "sigv4");
  const hasEvents = isEventStream(request.payload);
  return [
    ...(isOther ? [code`auth: ${authSchemes(auth)}`] : []),
    ...(unsignedPayload ? [code`unsignedPayload: true`] : []),
    ...(isSigned && hasEvents ? [code`signEvents: ${runtime("signEvents")}`] : []),
  ];
}

/** Returns whether a payload is a stream of events. */
export function isEventStream(payload: Member | undefined): boolean {
  return payload?.target.kind === "union" && payload.target.streaming;
}

/** Refers to the functions of schemes, so that bundles contain only those of the service. */
function authScheme(scheme: AuthScheme): Code {
  switch (scheme.kind) {
    case "sigv4":
      return code`{ scheme: ${runtime("sigV4")}, name: ${literal(scheme.name)} }`;
    case "bearer":
      return code`{ scheme: ${runtime("bearer")} }`;
    case "basic":
      return code`{ scheme: ${runtime("basic")} }`;
    case "apiKey":
      return code`{ ${commas([
        code`scheme: ${runtime("apiKey")}`,
        code`in: ${literal(scheme.in)}`,
        code`name: ${literal(scheme.name)}`,
        ...optional("prefix", scheme.prefix),
      ])} }`;
    case "none":
      return code`{ scheme: ${runtime("noAuth")} }`;
    case "unsupported":
      return code`{ ${commas([
        code`scheme: ${runtime("unsupported")}`,
        code`id: ${literal(scheme.id)}`,
        ...optional("name", scheme.name),
      ])} }`;
  }
}

function optional(name: "prefix" | "name", value: string | undefined): Code[] {
  return value === undefined ? [] : [code`${identifier(name)}: ${literal(value)}`];
}
