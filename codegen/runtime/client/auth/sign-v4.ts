import { getCanonicalHeaders, getCanonicalQuery } from "@smithy/signature-v4";
import type { AwsCredentialIdentity, HttpRequest } from "@smithy/types";
import { encodeText } from "../../http/labels.js";
import { clientRoot } from "../../json/write.js";
import type { SigningScope } from "../service-types.js";
import { hmac, importKey, sha256, toHex } from "./digests.js";
import { prepareRequest } from "./prepare-request.js";

/** How to sign a request. */
export interface SigningOptions extends SigningScope {
  readonly date: Date;
  /**
   * What is signed in place of the body, such as `UNSIGNED-PAYLOAD`. Default: the hash of the body,
   * or `UNSIGNED-PAYLOAD` for a stream.
   */
  readonly payload?: string | undefined;
  /** Whether the path is normalized and encoded once more, as all services but Amazon S3 do. Default: true. */
  readonly uriEscapePath?: boolean | undefined;
}

/**
 * Signs a request by its headers (AWS Identity and Access Management, "Create a signed AWS API
 * request").
 * @returns a copy of the request, with the headers `authorization`, `host`, `x-amz-content-sha256`,
 * `x-amz-date`, and `x-amz-security-token` if the credentials have a session token
 */
export async function signV4(request: HttpRequest, options: SigningOptions): Promise<HttpRequest> {
  const { credentials, date, payload, uriEscapePath = true } = options;
  const signed = prepareRequest(request, payload);
  const { headers } = signed;
  const time = formatTime(date);
  headers["x-amz-date"] = time;
  if (credentials.sessionToken !== undefined)
    headers["x-amz-security-token"] = credentials.sessionToken;
  const hash = (headers["x-amz-content-sha256"] ??= await hashBody(request.body));
  const canonical = getCanonicalHeaders(signed);
  const names = Object.keys(canonical).sort();
  const text = [
    request.method,
    uriEscapePath ? canonicalPath(request.path) : request.path,
    getCanonicalQuery(signed),
    ...names.map((name) => `${name}:${canonical[name] ?? ""}`),
    "",
    names.join(";"),
    hash,
  ].join("\n");
  const scope = scopeOf(options, time);
  const toSign = ["AWS4-HMAC-SHA256", time, scope, toHex(await sha256(text))].join("\n");
  const signature = toHex(await hmac(await signingKey(credentials, scope), toSign));
  headers["authorization"] =
    `AWS4-HMAC-SHA256 Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${names.join(";")}, Signature=${signature}`;
  return signed;
}

/** Returns a time as signatures have it, such as `20301231T235959Z`. */
export function formatTime(date: Date): string {
  return date.toISOString().replace(/[-:]|\.\d+/g, "");
}

/** Returns the scope of a signature as text. */
export function scopeOf({ region, service }: SigningScope, time: string): string {
  return `${time.slice(0, 8)}/${region}/${service}/aws4_request`;
}

/** The last key of credentials, which changes with the day, the region and the service. */
const keys = new WeakMap<
  AwsCredentialIdentity,
  { readonly scope: string; readonly key: unknown }
>();

/** Returns the key of credentials for a scope. */
export async function signingKey(
  credentials: AwsCredentialIdentity,
  scope: string,
): Promise<unknown> {
  const last = keys.get(credentials);
  if (last?.scope === scope) return last.key;
  let key = await importKey(`AWS4${credentials.secretAccessKey}`);
  for (const part of scope.split("/")) key = await importKey(await hmac(key, part));
  keys.set(credentials, { scope, key });
  return key;
}

async function hashBody(body: unknown): Promise<string> {
  const data = body instanceof ArrayBuffer ? new Uint8Array(body) : (body ?? "");
  return typeof data === "string" || ArrayBuffer.isView(data)
    ? toHex(await sha256(data as string | Uint8Array))
    : "UNSIGNED-PAYLOAD";
}

function canonicalPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split("/")) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".")
      segments.push(encodeText(segment, clientRoot, "path"));
  }
  const end = segments.length > 0 && path.endsWith("/") ? "/" : "";
  return `/${segments.join("/")}${end}`;
}
