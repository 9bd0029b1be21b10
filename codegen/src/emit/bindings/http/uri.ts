import type { Http, Operation, PathSegment } from "../../../ir/service.js";
import { member as memberOf } from "../../code/access.js";
import {
  code,
  commas,
  join,
  literal,
  nothing,
  regExpLiteral,
  templateText,
  type Code,
} from "../../code/code.js";
import type { ConstDeclaration } from "../../code/declarations.js";
import { runtime } from "../../code/runtime.js";
import { writeText } from "../../wire/text-value.js";
import { typeOf } from "../../shapes/types.js";
import { rootOf } from "../../wire/tree/write.js";

const clientRoot = rootOf("client");

/** Returns an expression for the path of a request, with its labels. */
export function pathText({ http, input, customization }: Operation): Code {
  const parts = http.segments.map((segment, index) => {
    if (segment.kind === "literal") return code`/${templateText(encodeLiteral(segment.text))}`;
    const member = input?.members.find(({ name }) => name === segment.member);
    if (member === undefined) return nothing;
    const value = memberOf(code`value`, member.property, typeOf(member.target));
    const standIn = customization.labels.get(member.name);
    const text =
      standIn === undefined
        ? writeText(member, value, "label", clientRoot, literal(member.name))
        : code`${value} || ${literal(standIn)}`;
    if (segment.kind === "greedy" && customization.dotSegments)
      return code`/\${${runtime("writeKeyLabel")}(${text}, ${clientRoot}, ${literal(member.name)})}`;
    const write = runtime(segment.kind === "greedy" ? "writeGreedyLabel" : "writeLabel");
    const isFirst = segment.kind === "greedy" && index === 0 ? code`, true` : nothing;
    return code`/\${${write}(${text}, ${clientRoot}, ${literal(member.name)}${isFirst})}`;
  });
  return code`\`${join(parts)}\``;
}

/** Percent-encodes the characters that are not allowed in a path. */
export function encodeLiteral(text: string): string {
  return text.replace(/[^A-Za-z0-9\-._~!$&'()*+,;=:@%]/gu, (character) =>
    encodeURIComponent(character),
  );
}

/** Returns an expression for the prefix of the host name. */
export function hostPrefixText(parts: readonly string[]): Code {
  const texts = parts.map((part, index) =>
    index % 2 === 0
      ? templateText(part)
      : code`\${${runtime("hostLabel")}(${memberOf(code`value`, part, code`string`)}, ${clientRoot}, ${literal(part)})}`,
  );
  return code`\`${join(texts)}\``;
}

/** Returns the segments that a server matches. A slash at the end of a path is optional. */
export function matchedSegments({ segments }: Http): readonly PathSegment[] {
  const last = segments[segments.length - 1];
  const endsInSlash = segments.length > 1 && last?.kind === "literal" && last.text === "";
  return endsInSlash ? segments.slice(0, -1) : segments;
}

/**
 * Returns the constant with what a server matches requests with: the method, the URI in the model,
 * and a regular expression for paths with a group for each label.
 */
export function uriConstant({ http }: Operation): ConstDeclaration {
  const segments = matchedSegments(http);
  const parts = segments.map((segment) => `/${segmentPattern(segment)}`);
  const hasGreedy = segments.some(({ kind }) => kind === "greedy");
  // A slash at the end is ignored unless it is part of a greedy label.
  const end = segments[segments.length - 1]?.kind === "greedy" ? "$" : "/?$";
  const pattern = new RegExp(`^${parts.join("")}${end}`, hasGreedy ? "s" : "");
  const literals = http.query.map(([name, value]) => code`[${literal(name)}, ${literal(value)}]`);
  return {
    kind: "const",
    name: "uri",
    docs: "",
    exported: false,
    type: code`${runtime("UriPattern")}`,
    value: code`{
  method: ${literal(http.method)},
  template: ${literal(http.uri)},
  path: ${regExpLiteral(pattern)},
  ${literals.length === 0 ? nothing : code`query: [${commas(literals)}],`}
}`,
  };
}

function segmentPattern(segment: PathSegment): string {
  switch (segment.kind) {
    case "literal":
      return encodeLiteral(segment.text).replace(/[$()*+.]/g, "\\$&");
    case "label":
      return "([^/]+)";
    case "greedy":
      return "(.+)";
  }
}
