import { ConfigurationError } from "../errors.js";

/** The part of `node:crypto` that is used. */
interface NodeCrypto {
  createHash(algorithm: "sha256"): NodeDigest;
  createHmac(algorithm: "sha256", key: unknown): NodeDigest;
}

interface NodeDigest {
  update(data: string | Uint8Array): NodeDigest;
  digest(): Uint8Array;
}

/** The part of the Web Cryptography API that is used. */
interface SubtleCrypto {
  digest(algorithm: "SHA-256", data: Uint8Array): Promise<ArrayBuffer>;
  importKey(
    ...parameters: [format: "raw", data: Uint8Array, algorithm: object, ...rest: unknown[]]
  ): Promise<unknown>;
  sign(algorithm: "HMAC", key: unknown, data: Uint8Array): Promise<ArrayBuffer>;
}

interface Platform {
  readonly process?: { getBuiltinModule?(name: string): unknown };
  readonly crypto?: { readonly subtle?: SubtleCrypto };
}

type MaybePromise<Value> = Value | Promise<Value>;

/** Returns the SHA-256 digest of bytes, or of text as UTF-8 (FIPS 180-4). */
export function sha256(data: string | Uint8Array): MaybePromise<Uint8Array> {
  return (
    nodeCrypto()?.createHash("sha256").update(data).digest() ??
    subtle().digest("SHA-256", toBytes(data)).then(fromBuffer)
  );
}

/** Returns the key of `hmac` for bytes, or for text as UTF-8. */
export function importKey(secret: string | Uint8Array): unknown {
  return nodeCrypto() === undefined
    ? subtle().importKey("raw", toBytes(secret), { name: "HMAC", hash: "SHA-256" }, false, ["sign"])
    : secret;
}

/** Returns the HMAC of text as UTF-8 by SHA-256 (RFC 2104). */
export function hmac(key: unknown, text: string): MaybePromise<Uint8Array> {
  return (
    nodeCrypto()?.createHmac("sha256", key).update(text).digest() ??
    subtle().sign("HMAC", key, toBytes(text)).then(fromBuffer)
  );
}

/** Returns bytes as hexadecimal digits. */
export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += (byte + 256).toString(16).slice(1);
  return text;
}

/** Returns the module of Node.js, Bun and Deno, which is several times faster than `crypto.subtle`. */
function nodeCrypto(): NodeCrypto | undefined {
  const { process } = globalThis as Platform;
  return process?.getBuiltinModule?.("node:crypto") as NodeCrypto | undefined;
}

function subtle(): SubtleCrypto {
  const { crypto } = globalThis as Platform;
  if (crypto?.subtle !== undefined) return crypto.subtle;
  const message =
    "The platform has no crypto.subtle, which browsers only have on secure pages. Set signer.";
  throw new ConfigurationError("signer", message);
}

function toBytes(data: string | Uint8Array): Uint8Array {
  return typeof data === "string" ? new TextEncoder().encode(data) : data;
}

function fromBuffer(buffer: ArrayBuffer): Uint8Array {
  return new Uint8Array(buffer);
}
