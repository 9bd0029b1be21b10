import { decodeQuery, type DecodedQuery } from "../http/url.js";

/** Returns a decoded query. One that cannot be decoded has no parameters; reading a required one then fails with 400. */
export function readQuery(text: string): DecodedQuery | undefined {
  try {
    return decodeQuery(text);
  } catch {
    return undefined;
  }
}
