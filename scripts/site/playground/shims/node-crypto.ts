/** `createHash` of `node:crypto`, as far as the generator uses it. WebCrypto has no synchronous digests. */
import { sha256 } from "@noble/hashes/sha2.js";

interface Hash {
  update(text: string): Hash;
  digest(encoding: "base64url"): string;
}

export function createHash(algorithm: string): Hash {
  if (algorithm !== "sha256") throw new Error(`There is no digest ${algorithm} in the browser.`);
  const state = sha256.create();
  const hash: Hash = {
    update: (text) => {
      state.update(new TextEncoder().encode(text));
      return hash;
    },
    digest: () => toBase64Url(state.digest()),
  };
  return hash;
}

function toBase64Url(bytes: Uint8Array): string {
  const base64 = btoa(String.fromCharCode(...bytes));
  return base64.replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
