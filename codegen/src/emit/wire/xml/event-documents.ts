import { member as memberOf, setMember } from "../../code/access.js";
import { code, lines, literal, type Code } from "../../code/code.js";
import { runtime } from "../../code/runtime.js";
import { typeOf } from "../../shapes/types.js";
import type { EventDocuments } from "../tree/event-documents.js";
import { namespaceText, payloadElementOf, rootElementOf } from "./elements.js";
import { readElement, readXmlMembers } from "./read.js";
import { writeElement, writeXmlMembers } from "./write.js";

/** The documents of events in XML. */
export const xmlEventDocuments: EventDocuments = {
  writeMembers: (event, members, scope, send) => {
    const root = rootElementOf(event);
    const document = code`${runtime("element")}(${literal(root.name)}, xml, attributes)`;
    return lines([
      code`let attributes = ${namespaceText(root)};`,
      code`let xml = ${literal("")};`,
      writeXmlMembers(members, scope.here, scope.side),
      sent(send, document),
    ]);
  },
  writePayload: (payload, scope, send) => {
    const value = memberOf(code`value`, payload.property, typeOf(payload.target));
    const root = payloadElementOf(payload);
    const document = writeElement(payload, root, value, scope.here, literal(payload.name));
    return sent(send, code`${value} == null ? undefined : ${document}`);
  },
  readMembers: (members) =>
    lines([code`const xml = ${runtime("readXml")}(message.body, here);`, readXmlMembers(members)]),
  readPayload: (payload) =>
    lines([
      code`const xml = ${runtime("readXmlOrNothing")}(message.body, here);`,
      code`if (xml !== undefined) ${setMember(
        code`value`,
        payload.property,
        readElement(payload, code`xml`, code`here`, literal(payload.name)),
      )}`,
    ]),
};

function sent(send: Code, document: Code): Code {
  return code`return ${runtime("writeXmlEvent")}(${send}, ${document});`;
}
