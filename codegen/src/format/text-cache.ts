/** A cache of formatted file texts. The key is a digest of everything that the text depends on. */
export interface TextCache {
  get(key: string): string | undefined;
  set(key: string, text: string): void;
}

/** A cache that is always empty. */
export const noCache: TextCache = { get: () => undefined, set: () => undefined };
