/** One difference between two versions of a service. */
export interface Change {
  /** `breaking` where code or messages that were right before may not be right any more. */
  readonly severity: "breaking" | "compatible";
  /** The operation, shape or member, by its name in the service. */
  readonly place: string;
  readonly message: string;
}

/** Collects changes. */
export class Changes {
  readonly found: Change[] = [];

  breaking(place: string, message: string): void {
    this.found.push({ severity: "breaking", place, message });
  }

  compatible(place: string, message: string): void {
    this.found.push({ severity: "compatible", place, message });
  }
}

/** Pairs what two versions have by name, in the order of the names. */
export function* pairByName<T extends { readonly name: string }>(
  before: readonly T[],
  after: readonly T[],
): Generator<readonly [name: string, before: T | undefined, after: T | undefined]> {
  const old = new Map(before.map((item) => [item.name, item]));
  const current = new Map(after.map((item) => [item.name, item]));
  for (const name of [...new Set([...old.keys(), ...current.keys()])].sort()) {
    yield [name, old.get(name), current.get(name)];
  }
}
