import type { JsonObject } from "../../runtime/types.js";
import type { Member, Structure } from "../ir/ir.js";
import type { Body } from "./bodies.js";
import type { Context } from "./context.js";

const text: JsonObject = { type: "string" };

/**
 * Returns the body of an error in XML (AWS restXml, "Operation error serialization"): its members are in the
 * element `Error` beside its code, in the root `ErrorResponse` unless the service has none.
 * @param name the name of the schema
 */
export function wrapError(
  error: Structure,
  members: readonly Member[],
  name: string,
  { schemas, components, service }: Context,
): Body {
  const make = (): JsonObject => {
    const { properties, ...object } = schemas.object(members);
    const inner: JsonObject = {
      ...object,
      properties: {
        Type: { type: "string", enum: [error.error?.fault === "server" ? "Receiver" : "Sender"] },
        Code: { ...text, description: "The name of the error.", example: error.name },
        ...(properties as JsonObject),
      },
    };
    if (service.noErrorWrapping) {
      const unwrapped = { ...(inner["properties"] as JsonObject), RequestId: text };
      return { ...inner, properties: unwrapped, xml: { name: "Error" } };
    }
    return {
      type: "object",
      properties: { Error: inner, RequestId: text },
      required: ["Error"],
      xml: { name: "ErrorResponse" },
    };
  };
  return {
    mediaType: "application/xml",
    schema: components.content(error, name, make),
    examples: {},
  };
}
