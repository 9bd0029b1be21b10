/** What a code means. Codes are stable: a code is never given another meaning, and never reused. */
export interface CatalogEntry {
  /** What is wrong, as a phrase. */
  readonly title: string;
  /** Why it is a problem, in whole sentences. */
  readonly explanation: string;
  /** What to do, as a sentence. */
  readonly hint: string;
}
