import type { BuiltPage } from "./read-built.js";

/** Elements that load what they refer to. A link that a reader can follow is no resource. */
const resources = [
  /<(?:script|img|iframe|source|video|audio|embed|track|input)\b[^>]*?\ssrc="([^"]*)"/gi,
  /<link\b[^>]*?\shref="([^"]*)"/gi,
  /<object\b[^>]*?\sdata="([^"]*)"/gi,
  /\ssrcset="([^"]*)"/gi,
  /<(?:use|image)\b[^>]*?\shref="([^"]*)"/gi,
];

/** Returns the URLs of other hosts that a page loads when it is opened. */
export function externalResources({ html }: BuiltPage): readonly string[] {
  return resources
    .flatMap((pattern) => [...html.matchAll(pattern)].map(([, url = ""]) => url))
    .filter(isExternal);
}

/** Returns the URLs of other hosts that a style sheet loads. */
export function externalStyles(css: string): readonly string[] {
  const urls = [...css.matchAll(/(?:url\(\s*|@import\s+)["']?([^"')\s;]+)/g)];
  return urls.map(([, url = ""]) => url).filter(isExternal);
}

function isExternal(url: string): boolean {
  return /^(?:https?:)?\/\//i.test(url);
}
