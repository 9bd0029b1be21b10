import type { AstOperationShape, AstServiceShape } from "../load/ast.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { shown } from "../diagnostics/text.js";
import { isRecord, own } from "../load/parse-model.js";
import { hasTrait, trait } from "../load/traits.js";
import type { Member, Structure } from "./ir.js";
import type { Pagination } from "./service.js";

const id = "smithy.api#paginated";

/** What a property of the trait names. */
interface Part {
  readonly name: "inputToken" | "outputToken" | "items" | "pageSize";
  readonly side: "input" | "output";
  /** Whether the property must be set, on the operation or the service, and its member optional. */
  readonly isToken: boolean;
  /** The kinds of shapes that the member can have, and what they are called in the model. */
  readonly kinds: readonly string[];
  readonly expected: string;
}

/** Services may also use a map as token: Amazon DynamoDB does. */
const token = { isToken: true, kinds: ["string", "map"], expected: "a string or a map" } as const;

const parts: readonly Part[] = [
  { name: "inputToken", side: "input", ...token },
  { name: "outputToken", side: "output", ...token },
  {
    name: "items",
    side: "output",
    isToken: false,
    kinds: ["list", "map"],
    expected: "a list or a map",
  },
  { name: "pageSize", side: "input", isToken: false, kinds: ["integer"], expected: "an integer" },
];

/** The input and output of an operation. */
interface Messages {
  readonly input: Structure | undefined;
  readonly output: Structure | undefined;
}

/**
 * Reads the `paginated` trait of an operation, of which the service may set parts (Smithy 2.0,
 * "paginated trait").
 */
export function paginationOf(
  operation: AstOperationShape,
  service: AstServiceShape,
  messages: Messages,
  diagnostics: Diagnostics,
): Pagination | undefined {
  if (!hasTrait(operation, id)) return undefined;
  const settings = settingsOf(operation, service, diagnostics);
  if (settings === undefined) return undefined;
  const report = (message: string): void => {
    diagnostics.error("SC1701", operation.id, message);
  };
  const [inputToken, outputToken, items] = parts.map((part) =>
    pathOf(part, own(settings, part.name), messages, report),
  );
  if (inputToken?.[0] === undefined || outputToken === undefined) return undefined;
  const shape = items?.at(-1)?.target;
  return {
    inputToken: inputToken[0].property,
    outputToken: outputToken.map(({ property }) => property),
    items:
      items === undefined || (shape?.kind !== "list" && shape?.kind !== "map")
        ? undefined
        : { path: items.map(({ property }) => property), shape },
  };
}

function settingsOf(
  operation: AstOperationShape,
  service: AstServiceShape,
  diagnostics: Diagnostics,
): Readonly<Record<string, unknown>> | undefined {
  const values = [service, operation].map((holder) => [holder, trait(holder, id) ?? {}] as const);
  const records = values.map(([, value]) => value).filter(isRecord);
  if (records.length === values.length) return Object.assign({}, ...records) as (typeof records)[0];
  for (const [holder, value] of values)
    if (!isRecord(value))
      diagnostics.error(
        "SC1403",
        holder.id,
        `the trait ${id} must be an object, but is ${shown(value)}`,
      );
  return undefined;
}

/** Returns the members on the path of a part; `undefined` if there is none, or it is invalid. */
function pathOf(
  { name, side, isToken, kinds, expected }: Part,
  path: unknown,
  messages: Messages,
  report: (message: string) => void,
): readonly Member[] | undefined {
  const start = `the trait ${id}`;
  if (path === undefined) {
    if (isToken)
      report(`${start} needs "${name}", here or on the service: the token in the ${side}`);
    return undefined;
  }
  if (typeof path !== "string") {
    report(`${start} must have a text as "${name}", but has ${shown(path)}`);
    return undefined;
  }
  const members = membersOn(path, side, messages[side]);
  const last = members?.at(-1);
  if (members === undefined || last === undefined) {
    report(`${start} has "${name}": ${shown(path)}, which is no member of the ${side}`);
    return undefined;
  }
  if (!kinds.includes(last.target.kind)) {
    report(
      `${start} has "${name}": ${shown(path)}, which is of type ${last.target.kind}; expected ${expected}`,
    );
    return undefined;
  }
  if (isToken && last.required) {
    report(
      `${start} has "${name}": ${shown(path)}, which is required; expected an optional member`,
    );
    return undefined;
  }
  return members;
}

/** Only members of an output can be nested. */
function membersOn(
  path: string,
  side: Part["side"],
  message: Structure | undefined,
): readonly Member[] | undefined {
  const found: Member[] = [];
  let holder = message;
  for (const name of side === "input" ? [path] : path.split(".")) {
    const member = holder?.members.find((candidate) => candidate.name === name);
    if (member === undefined) return undefined;
    found.push(member);
    holder = member.target.kind === "structure" ? member.target : undefined;
  }
  return found;
}
