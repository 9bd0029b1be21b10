/** The state in the hash of an address: JSON, compressed, as base64url. Nothing of it reaches a server. */
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import { views, type PlaygroundState } from "./state.js";

/** The name in the hash, with the version of the format. */
const prefix = "#play1=";

/** Longer addresses do not pass through all programs that people send links with. */
export const maxHashLength = 8_000;

/** The largest state that a hash may contain, so that a small one cannot fill the memory. */
const maxStateBytes = 200_000;

/** Returns the hash of a state, or `undefined` if it would be too long. */
export function toHash(state: PlaygroundState): string | undefined {
  const bytes = strToU8(JSON.stringify(state));
  if (bytes.length > maxStateBytes) return undefined;
  const hash = prefix + toBase64Url(deflateSync(bytes, { level: 9 }));
  return hash.length > maxHashLength ? undefined : hash;
}

/**
 * Reads the state in a hash.
 * @returns `undefined` if the hash is about something else, and "broken" if it is a damaged state
 */
export function fromHash(hash: string): PlaygroundState | "broken" | undefined {
  if (!hash.startsWith(prefix)) return undefined;
  if (hash.length > maxHashLength) return "broken";
  try {
    const bytes = fromBase64Url(hash.slice(prefix.length));
    const text = strFromU8(inflateSync(bytes, { out: new Uint8Array(maxStateBytes) }));
    const state: unknown = JSON.parse(text);
    return isState(state) ? state : "broken";
  } catch {
    return "broken";
  }
}

function isState(value: unknown): value is PlaygroundState {
  if (typeof value !== "object" || value === null) return false;
  const { source, language, view, ...texts } = value as Record<string, unknown>;
  return (
    (source === "api-gateway" || source === "model") &&
    (language === "smithy" || language === "json") &&
    views.some((name) => name === view) &&
    Object.keys(texts).sort().join() === "input,model,operation,output" &&
    Object.values(texts).every((text) => typeof text === "string")
  );
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(strFromU8(bytes, true)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

function fromBase64Url(text: string): Uint8Array {
  return strToU8(atob(text.replaceAll("-", "+").replaceAll("_", "/")), true);
}
