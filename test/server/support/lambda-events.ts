import type { LambdaEvent } from "apigatewayv2-codec/server/lambda";

/** A request as a client sends it. */
export interface HttpMessage {
  readonly method: string;
  /** Percent-encoded. */
  readonly path: string;
  /** Percent-encoded. */
  readonly query: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body?: string | Uint8Array;
}

/** The forms of events. */
export const eventForms = [
  "REST API",
  "HTTP API 1.0",
  "HTTP API 2.0",
  "function URL",
  "ALB",
  "ALB, multi-value",
] as const;

/**
 * Returns the event of a request, as AWS documents the forms: "Lambda proxy integrations in API Gateway", "Create AWS
 * Lambda proxy integrations for HTTP APIs", "Invoking Lambda function URLs" and "Use Lambda functions as targets of an
 * Application Load Balancer". HTTP APIs decode paths, and load balancers do not decode queries.
 */
export function toEvent(form: (typeof eventForms)[number], message: HttpMessage): LambdaEvent {
  const { method, path, query, headers, body } = message;
  const isBase64Encoded = typeof body === "object";
  const content = isBase64Encoded ? Buffer.from(body).toString("base64") : body;
  const all: (readonly [string, string])[] = [["host", "api.example.com"], ...headers];
  const list = groupPairs(all);
  const joined = Object.fromEntries(all);
  const encoded = query === "" ? [] : query.split("&").map(splitPair);
  switch (form) {
    case "REST API":
    case "HTTP API 1.0": {
      const pairs = encoded.map(([name, value]) => [decode(name), decode(value)] as const);
      const isRest = form === "REST API";
      return {
        ...(isRest ? {} : { version: "1.0" }),
        ...{ resource: "/{proxy+}", path: isRest ? path : decode(path), httpMethod: method },
        headers: joined,
        multiValueHeaders: list,
        queryStringParameters: pairs.length === 0 ? null : Object.fromEntries(pairs),
        multiValueQueryStringParameters: pairs.length === 0 ? null : groupPairs(pairs),
        requestContext: { stage: isRest ? "prod" : "$default" },
        body: content ?? null,
        isBase64Encoded,
      };
    }
    case "HTTP API 2.0":
    case "function URL": {
      const others = all.filter(([name]) => name !== "cookie");
      const cookies = list["cookie"]?.flatMap((value) => value.split("; "));
      return {
        version: "2.0",
        rawPath: form === "HTTP API 2.0" ? decode(path) : path,
        rawQueryString: query,
        ...(cookies === undefined ? {} : { cookies }),
        headers: Object.fromEntries(others),
        requestContext: { stage: "$default", http: { method } },
        ...(content === undefined ? {} : { body: content }),
        isBase64Encoded,
      };
    }
    default: {
      const isMulti = form === "ALB, multi-value";
      return {
        requestContext: { elb: { targetGroupArn: "arn:aws:elasticloadbalancing:example" } },
        httpMethod: method,
        path,
        ...(isMulti
          ? { multiValueHeaders: list, multiValueQueryStringParameters: groupPairs(encoded) }
          : { headers: joined, queryStringParameters: Object.fromEntries(encoded) }),
        body: content ?? "",
        isBase64Encoded,
      };
    }
  }
}

function splitPair(pair: string): readonly [string, string] {
  const index = pair.indexOf("=");
  return index === -1 ? [pair, ""] : [pair.slice(0, index), pair.slice(index + 1)];
}

function groupPairs(pairs: readonly (readonly [string, string])[]): Record<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [name, value] of pairs) groups.set(name, [...(groups.get(name) ?? []), value]);
  return Object.fromEntries(groups);
}

/** What cannot be decoded stays as it is. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
