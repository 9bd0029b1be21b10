/** Texts of files as they were made earlier, by a key for all that they were made of. */
export interface TextCache {
  get(key: string): string | undefined;
  set(key: string, text: string): void;
}

/** A cache that keeps nothing. */
export const noCache: TextCache = { get: () => undefined, set: () => undefined };
