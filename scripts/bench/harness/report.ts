/** The result of a job. */
export interface Report {
  readonly title: string;
  /** What is compared, and how, in whole sentences. */
  readonly about: string;
  readonly tables: readonly Table[];
  readonly aims: readonly Aim[];
}

/** A table. The first column has the names of the rows. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A target, and the measured value. */
export interface Aim {
  readonly what: string;
  readonly against: string;
  readonly value: number;
  readonly limit: number;
  /** Whether the value should be at most or at least the limit. */
  readonly sense: "at most" | "at least";
  readonly unit: string;
}

/** Returns whether a target is met. */
export function isMet({ value, limit, sense }: Aim): boolean {
  return sense === "at most" ? value <= limit : value >= limit;
}
