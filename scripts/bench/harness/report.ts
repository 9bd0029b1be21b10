/** What a job found out. */
export interface Report {
  readonly title: string;
  /** What is compared, and how: whole sentences. */
  readonly about: string;
  readonly tables: readonly Table[];
  readonly aims: readonly Aim[];
}

/** A table; its first column names the row. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One aim, and how far it was met. */
export interface Aim {
  readonly what: string;
  readonly against: string;
  readonly value: number;
  readonly limit: number;
  /** Whether the value should be at most or at least the limit. */
  readonly sense: "at most" | "at least";
  readonly unit: string;
}

/** Whether an aim is met, as far as its digits tell. */
export function isMet({ value, limit, sense }: Aim): boolean {
  return sense === "at most" ? value <= limit : value >= limit;
}
