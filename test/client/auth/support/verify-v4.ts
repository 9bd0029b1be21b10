import { createHash, createHmac } from "node:crypto";

/** A request as it is sent. */
export interface SentRequest {
  readonly method: string;
  /** The path and the query. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/**
 * Checks a signature as a service would, from what was sent (AWS Identity and Access Management,
 * "Create a signed AWS API request"). It shares no code with the signer.
 * @param encodesPath whether the canonical path is encoded once more, as it is except for Amazon S3
 * @returns the names of the signed headers, or what is wrong
 */
export function verifyV4(
  { method, target, headers, body }: SentRequest,
  secret: string,
  encodesPath: boolean,
): { readonly signed: readonly string[] } | { readonly wrong: string } {
  const [, accessKey, scope = "", names = "", signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/([^ ]+), SignedHeaders=([^ ]+), Signature=([0-9a-f]{64})$/.exec(
      headers["authorization"] ?? "",
    ) ?? [];
  if (accessKey === undefined) return { wrong: "authorization" };
  const date = headers["x-amz-date"] ?? "";
  const [day = "", region = "", service = "", end] = scope.split("/");
  if (!/^\d{8}T\d{6}Z$/.test(date) || !date.startsWith(day) || end !== "aws4_request")
    return { wrong: "scope" };

  const signed = names.split(";");
  const needed = Object.keys(headers).filter(
    (name) => name === "host" || name.startsWith("x-amz-"),
  );
  if (needed.some((name) => !signed.includes(name))) return { wrong: "unsigned headers" };
  const hash = headers["x-amz-content-sha256"] ?? "";
  const isHash = !/^(UNSIGNED-PAYLOAD|STREAMING-UNSIGNED-PAYLOAD-TRAILER)$/.test(hash);
  if (isHash && hash !== hashOf(body)) return { wrong: "hash of the body" };

  const [path = "", query = ""] = target.split("?");
  const canonical = `${method}\n${encodesPath ? twice(path) : path}\n${sorted(query)}\n${signed
    .map((name) => `${name}:${(headers[name] ?? "").trim().replace(/ +/g, " ")}\n`)
    .join("")}\n${names}\n${hash}`;
  const toSign = `AWS4-HMAC-SHA256\n${date}\n${scope}\n${hashOf(canonical)}`;
  const key = [day, region, service, "aws4_request"].reduce<Buffer>(
    (last, part) => createHmac("sha256", last).update(part).digest(),
    Buffer.from(`AWS4${secret}`),
  );
  const expected = createHmac("sha256", key).update(toSign).digest("hex");
  return signature === expected ? { signed } : { wrong: `signature of\n${canonical}` };
}

function hashOf(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("hex");
}

/** Encodes every byte of a path that is not unreserved, without empty segments. */
function twice(path: string): string {
  const segments = path.split("/").filter((segment) => segment !== "");
  const text = `/${segments.join("/")}${path.endsWith("/") && segments.length > 0 ? "/" : ""}`;
  return [...Buffer.from(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      const hex = byte.toString(16).toUpperCase().padStart(2, "0");
      return /[A-Za-z0-9\-._~/]/.test(character) ? character : `%${hex}`;
    })
    .join("");
}

/** Sorts the parameters by their bytes. They were sent in the encoding of signatures. */
function sorted(query: string): string {
  const pairs = query.split("&").map((pair) => pair.split("="));
  return pairs
    .sort(([name = "", value = ""], [other = "", another = ""]) =>
      name === other ? (value < another ? -1 : 1) : name < other ? -1 : 1,
    )
    .map((pair) => pair.join("="))
    .join("&");
}
