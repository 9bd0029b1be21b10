import fc from "fast-check";
import type { Service } from "../../../codegen/src/ir/service.js";
import { texts } from "../../../codegen/runtime/arbitraries/arbitrary-text.js";
import type { Answer } from "./open-peers.js";
import { isBlankLine, textInXml } from "./text-in-xml.js";

/*
 * Errors as services answer them: in the wrapper of restXml and awsQuery, in that of EC2, or in none.
 */

type Form = (error: string, requestId: string) => string;

export const errorForms = {
  wrapped: (error, id) =>
    `<ErrorResponse xmlns="urn:x"><Error>${error}</Error><RequestId>${id}</RequestId></ErrorResponse>`,
  bare: (error, id) => `<Error>${error}<RequestId>${id}</RequestId></Error>`,
  ec2: (error, id) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<Response><Errors><Error>${error}</Error></Errors>` +
    `<RequestID>${id}</RequestID></Response>`,
} as const satisfies Record<string, Form>;

/** The forms that the SDK's client of a protocol reads. Ours reads each in every protocol. */
const formsOf: Readonly<Record<string, readonly Form[]>> = {
  restXml: [errorForms.wrapped, errorForms.bare],
  awsQuery: [errorForms.wrapped, errorForms.ec2],
  ec2Query: [errorForms.wrapped, errorForms.ec2],
};

/** An error, and the name that clients give it. */
export interface ErrorAnswer {
  readonly symbol: string;
  readonly name: string;
  readonly answer: Answer;
}

/** Answers of any operation with any of its errors, or one that no model has, and any status. */
export function errorAnswers(protocol: string, service: Service): fc.Arbitrary<ErrorAnswer> {
  const kinds = service.operations.flatMap(({ symbol, errors }) =>
    [...errors, undefined].map((error) => ({
      symbol,
      name: error?.name ?? "Later.Exception",
      code: error?.error?.queryCode ?? error?.name ?? "Later.Exception",
    })),
  );
  return fc
    .record({
      kind: fc.constantFrom(...kinds),
      form: fc.constantFrom(...(formsOf[protocol] ?? [])),
      statusCode: fc.oneof(fc.constantFrom(400, 404, 500, 503), fc.integer({ min: 300, max: 599 })),
      // Where there is none, the SDK makes one up, as `xml-differences.ts` shows.
      message: texts({ length: { min: 1, max: 100 } })
        .map((text) => textInXml(text) as string)
        .filter((text) => text.trim() !== "" && !isBlankLine(text)),
      isCapital: fc.boolean(),
    })
    .map(({ kind: { symbol, name, code }, form, statusCode, message, isCapital }) => {
      const tag = isCapital ? "Message" : "message";
      const error = `<Type>Sender</Type><Code>${code}</Code><${tag}>${escaped(message)}</${tag}>`;
      const headers = { "x-amzn-requestid": "header-id", "content-type": "text/xml" };
      return { symbol, name, answer: { statusCode, headers, body: form(error, "body-id") } };
    });
}

function escaped(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
