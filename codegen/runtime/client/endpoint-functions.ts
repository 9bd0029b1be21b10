import { ConfigurationError } from "./errors.js";

/*
 * The functions of endpoint rules (Smithy, "Rules engine standard library"; AWS, "Rules engine
 * library functions"). An absent result is `undefined`. Arguments can come from an input that was
 * not checked, so that another type than in the signature must not cause a TypeError.
 */

/** An error of the rules. */
export function refused(message: string): ConfigurationError {
  return new ConfigurationError(
    "endpoint",
    `No endpoint for this call: ${message}. Change what it names in the client's configuration or in the input.`,
  );
}

/** The error if no rule applies. */
export function noRule(): ConfigurationError {
  return refused("no endpoint rule applies to the configuration");
}

/** The error if a parameter that rules rely on is absent. */
export function noParameter(name: string): ConfigurationError {
  return refused(`the endpoint parameter ${name} is not set`);
}

/** Returns whether text is a host label (RFC 1123), or several that are joined by dots. */
export function isValidHostLabel(text: unknown, allowSubDomains: boolean): boolean {
  return allowSubDomains ? String(text).split(".").every(isLabel) : isLabel(text);
}

function isLabel(text: unknown): boolean {
  return /^[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/.test(String(text));
}

/** Returns whether a bucket can be a label of a host name (AWS, `aws.isVirtualHostableS3Bucket`). */
export function isVirtualHostableS3Bucket(bucket: unknown, allowSubDomains: boolean): boolean {
  const isHostable = (label: string): boolean => isLabel(label) && /^[^A-Z]{3,63}$/.test(label);
  return allowSubDomains ? String(bucket).split(".").every(isHostable) : isHostable(String(bucket));
}

/** The parts of a URL. */
export interface UrlParts {
  readonly scheme: string;
  /** The host and the port, if the URL has one. */
  readonly authority: string;
  readonly path: string;
  /** The path with a slash at its end. */
  readonly normalizedPath: string;
  readonly isIp: boolean;
}

/** Parses an HTTP or HTTPS URL without a query. */
export function parseURL(text: string): UrlParts | undefined {
  let url;
  try {
    url = new URL(text);
  } catch {
    return undefined;
  }
  const { protocol, host, hostname, pathname, search } = url;
  if (!/^https?:$/.test(protocol) || search !== "") return undefined;
  // A URL object drops the default port, which rules have to keep.
  const port = /^\w+:\/\/[^/?#]*(:80|:443)(?=[/?#]|$)/.exec(text)?.[1] ?? "";
  return {
    scheme: protocol.slice(0, -1),
    authority: host.endsWith(port) ? host : host + port,
    path: pathname,
    normalizedPath: pathname.endsWith("/") ? pathname : `${pathname}/`,
    isIp: /^\[|^\d+(\.\d+){3}$/.test(hostname),
  };
}

/**
 * Returns a part of an ASCII text: from `start` to before `end`, both counted from the end of the
 * text if `reverse` is set.
 */
export function substring(
  text: string,
  start: number,
  end: number,
  reverse: boolean,
): string | undefined {
  if (typeof text !== "string" || start >= end || text.length < end) return undefined;
  if (/[^\0-\x7f]/.test(text)) return undefined;
  return reverse ? text.slice(text.length - end, text.length - start) : text.slice(start, end);
}

/** Percent-encodes all but the unreserved characters of RFC 3986, section 2.3. */
export function uriEncode(text: unknown): string {
  return encodeURIComponent(String(text).replace(/\p{Surrogate}/gu, "\ufffd")).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Splits text at a delimiter into at most `limit` parts, or any number if it is 0. */
export function split(text: unknown, delimiter: string, limit: number): string[] {
  const parts = String(text).split(delimiter);
  return limit > 0 && parts.length > limit
    ? [...parts.slice(0, limit - 1), parts.slice(limit - 1).join(delimiter)]
    : parts;
}

/** The parts of an Amazon Resource Name. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly accountId: string;
  readonly resourceId: readonly string[];
}

/** Parses an Amazon Resource Name. */
export function parseArn(text: unknown): Arn | undefined {
  const [prefix, partition = "", service = "", region = "", accountId = "", ...rest] =
    String(text).split(":");
  const resource = rest.join(":");
  return prefix === "arn" && partition && service && resource
    ? { partition, service, region, accountId, resourceId: resource.split(/[:/]/) }
    : undefined;
}

/* What paths into inputs consist of (Smithy, `operationContextParams` trait). */

/** Returns something of each element of a list or value of a map, without what is absent. */
export function project<Item, Result>(
  items: readonly Item[] | Readonly<Record<string, Item>> | null | undefined,
  each: (item: Item) => Result | null | undefined,
): Result[] | undefined {
  return items == null ? undefined : present(Object.values(items).map(each));
}

/** Returns the elements of the lists in a list, without what is absent. */
export function flatten<Item>(
  lists: readonly (Item | readonly Item[] | null | undefined)[] | null | undefined,
): Item[] | undefined {
  return lists == null ? undefined : present((lists as readonly Item[]).flat() as Item[]);
}

/** Returns the keys of a map. */
export function namesOf(map: object | null | undefined): string[] | undefined {
  return map == null ? undefined : Object.keys(map);
}

function present<Item>(items: readonly (Item | null | undefined)[]): Item[] {
  return items.filter((item) => item != null);
}
