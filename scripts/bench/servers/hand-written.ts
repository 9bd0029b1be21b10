import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

const path = /^\/v2\/apis\/([^/]+)\/integrations\/([^/]+)\/integrationresponses(?:\/([^/]+))?$/;
const maxBodyBytes = 10_000_000;

/**
 * The service as one writes it without a library: two routes, `JSON.parse`, and a check of each
 * member's type. It enforces no constraints.
 */
export const listener: RequestListener = (request, response) => {
  const { method, url = "/" } = request;
  const [target = ""] = url.split("?", 1);
  const match = path.exec(target);
  if (match === null) {
    answer(response, 404, { message: "Not found" });
    return;
  }
  const id = match[3];
  if (id !== undefined && method === "GET") {
    const decoded = decodeURIComponent(id);
    answer(response, 200, { integrationResponseId: decoded, integrationResponseKey: "$default" });
  } else if (id === undefined && method === "POST") {
    create(request, response);
  } else {
    answer(response, 404, { message: "Not found" });
  }
};

function create(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  let length = 0;
  request.on("data", (chunk: Buffer) => {
    length += chunk.length;
    if (length <= maxBodyBytes) chunks.push(chunk);
  });
  request.on("error", () => response.destroy());
  request.on("end", () => {
    if (length > maxBodyBytes) {
      answer(response, 413, { message: "The body is too large" });
      return;
    }
    let body: unknown;
    try {
      body = JSON.parse(Buffer.concat(chunks).toString());
    } catch {
      answer(response, 400, { message: "Expected JSON" });
      return;
    }
    const created = createFrom(body);
    if (typeof created === "string") answer(response, 400, { message: created });
    else answer(response, 201, created);
  });
}

interface IntegrationResponse {
  contentHandlingStrategy: string | undefined;
  integrationResponseId: string;
  integrationResponseKey: string;
  responseParameters: Record<string, string> | undefined;
  responseTemplates: Record<string, string> | undefined;
  templateSelectionExpression: string | undefined;
}

/** Returns what is created from a request, or what is wrong with it. */
function createFrom(body: unknown): IntegrationResponse | string {
  if (typeof body !== "object" || body === null) return "Expected an object";
  const {
    contentHandlingStrategy,
    integrationResponseKey,
    responseParameters,
    responseTemplates,
    templateSelectionExpression,
  } = body as Record<string, unknown>;
  if (!isOptionalText(contentHandlingStrategy)) return "contentHandlingStrategy must be a string";
  if (typeof integrationResponseKey !== "string") return "integrationResponseKey must be a string";
  if (!isOptionalMap(responseParameters)) return "responseParameters must be a map of strings";
  if (!isOptionalMap(responseTemplates)) return "responseTemplates must be a map of strings";
  if (!isOptionalText(templateSelectionExpression))
    return "templateSelectionExpression must be a string";
  return {
    contentHandlingStrategy,
    integrationResponseId: "r1b2c3d",
    integrationResponseKey,
    responseParameters,
    responseTemplates,
    templateSelectionExpression,
  };
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || typeof value === "string";
}

function isOptionalMap(value: unknown): value is Record<string, string> | undefined {
  if (value === undefined) return true;
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((text) => typeof text === "string");
}

function answer(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json",
    "content-length": Buffer.byteLength(text),
    "x-amzn-requestid": randomUUID(),
  });
  response.end(text);
}
