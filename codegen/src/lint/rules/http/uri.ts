/**
 * Whether a text is a URI or a relative one (RFC 2396 with the additions of RFC 2732, and characters beyond ASCII apart
 * from controls and spaces, as in Java's `URI`, which decides for Smithy).
 */
export function isUri(text: string): boolean {
  if (!/^(?:[\w\-.!~*'();/?:@&=+$,[\]#]|%[0-9A-Fa-f]{2}|(?!\p{Z}|\p{Cc})\P{ASCII})*$/u.test(text))
    return false;
  const [before = "", ...fragments] = text.split("#");
  if (fragments.length > 1) return false;
  const colon = /^[^/?]*?:/.exec(before)?.[0].length ?? 0;
  const scheme = before.slice(0, Math.max(colon - 1, 0));
  const rest = before.slice(colon);
  if (colon > 0 && !/^[A-Za-z][A-Za-z0-9+\-.]*$/.test(scheme)) return false;
  if (colon > 0 && rest === "") return false;
  if (rest.startsWith("//")) return isHierarchical(rest.slice(2));
  // What follows a scheme without a slash is opaque.
  return (colon > 0 && !rest.startsWith("/")) || !/[[\]]/.test(rest.split("?", 1)[0] ?? "");
}

function isHierarchical(text: string): boolean {
  const [authority = ""] = text.split(/[/?]/, 1);
  if (authority === "" && text === "") return false;
  const isAddress = /^(?:[^[\]@]*@)?\[[0-9A-Fa-f:.%]+\](?::\d*)?$/.test(authority);
  const path = (text.slice(authority.length).split("?", 1)[0] ?? "") + (isAddress ? "" : authority);
  return !/[[\]]/.test(path);
}
