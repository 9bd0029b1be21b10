import type { Member } from "../../../ir/ir.js";
import type { Operation, Service } from "../../../ir/service.js";
import { member as memberOf } from "../../code/access.js";
import { code, commas, lines, literal, nothing, type Code } from "../../code/code.js";
import { runtime } from "../../code/runtime.js";
import { exceptionReference, functionReference } from "../../code/shape-references.js";
import { publicQueryCodec, queryCodec } from "../../wire/query/codec.js";
import type { QueryDialect } from "../../wire/query/write.js";
import { rootOf } from "../../wire/tree/write.js";
import { hostPrefixText } from "../../bindings/http/uri.js";
import { typeOf } from "../../shapes/types.js";
import { errorReader } from "../error-functions.js";
import {
  deserializeResponseFunction,
  errorsConstant,
  serializeRequestFunction,
  withBodySteps,
  type Body,
} from "../operation-functions.js";
import type { Protocol } from "../protocol.js";

/** AWS Query: the input is a form, and the output is XML. It has no servers. */
export const awsQuery: Protocol = query({
  dialect: { nameOf: ({ wireName }) => wireName, isFlat: false, sendsEmptyLists: true },
  readResult: (operation) =>
    code`${runtime("readQueryResult")}(response.body, here, ${literal(`${operation.name}Result`)})`,
});

/** Amazon EC2's variant: names are capitalized, lists are flat, and the output is the root element. */
export const ec2Query: Protocol = query({
  dialect: { nameOf: ec2Name, isFlat: true, sendsEmptyLists: false },
  readResult: () => code`${runtime("readXml")}(response.body, here)`,
});

function ec2Name({ ec2QueryName, wireName }: Member): string {
  return ec2QueryName ?? wireName.slice(0, 1).toUpperCase() + wireName.slice(1);
}

interface Variant {
  readonly dialect: QueryDialect;
  /** Returns an expression for the element with the members of the output. */
  readonly readResult: (operation: Operation) => Code;
}

function query({ dialect, readResult }: Variant): Protocol {
  return {
    publicCodec: publicQueryCodec,
    messagesAreJson: false,
    codec: (shape) => queryCodec(shape, dialect),
    operation: (operation, service) => [
      errorsConstant(operation),
      serializeRequestFunction(operation, writeRequest(operation, service, dialect)),
      deserializeResponseFunction(operation, readResponse(operation, service, readResult)),
    ],
    error: (shape) => {
      const element = code`${runtime("errorElement")}(failure)`;
      const read = code`const value = ${functionReference(shape, "read")}(${element}, here);`;
      return [errorReader(shape, read, false)];
    },
    server: undefined,
  };
}

function writeRequest(operation: Operation, { version }: Service, dialect: QueryDialect): Body {
  const { input, name, hostPrefix } = operation;
  const isEmpty = input === undefined || input.members.length === 0;
  const parts = [literal(name), literal(version), isEmpty ? code`[]` : code`pairs`];
  const base = code`${runtime("queryRequest")}(${commas(parts)})`;
  const addressed =
    hostPrefix === undefined
      ? base
      : code`{ ...${base}, hostPrefix: ${hostPrefixText(hostPrefix)} }`;
  const statements = isEmpty
    ? nothing
    : lines([
        code`const pairs: ${runtime("QueryPairs")} = [];`,
        code`${functionReference(input, "write")}(value, ${rootOf("client")}, ${literal("")}, pairs);`,
        ...input.members
          .filter(({ idempotencyToken }) => idempotencyToken)
          .map((member) => writeToken(member, dialect)),
      ]);
  return { statements, result: withBodySteps(operation, addressed) };
}

/** Returns a statement that adds a token if the input has none. */
function writeToken(member: Member, { nameOf }: QueryDialect): Code {
  const value = memberOf(code`value`, member.property, typeOf(member.target));
  const token = code`${runtime("idempotencyToken")}(options)`;
  const parts = [literal(nameOf(member)), token, rootOf("client"), literal(member.name)];
  return code`if (${value} == null) ${runtime("addPair")}(pairs, ${commas(parts)});`;
}

function readResponse(
  operation: Operation,
  { exceptionName }: Service,
  readResult: Variant["readResult"],
): Body {
  const { output } = operation;
  const open = code`${runtime("openXmlResponse")}(response, readers, ${exceptionReference(exceptionName)});`;
  if (output === undefined || output.members.length === 0)
    return { statements: open, result: code`{}` };
  return {
    statements: code`const here = ${open}`,
    result: code`${functionReference(output, "read")}(${readResult(operation)}, here)`,
  };
}
