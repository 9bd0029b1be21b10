/** The time of the service, as far as a client knows it. */
export interface Clock {
  /** Returns milliseconds since 1970. */
  readonly now: () => number;
  /** Returns by how many milliseconds the clock of the platform was corrected. */
  readonly offset: () => number;
  /**
   * Sets the clock by the header `Date` of a response if it is wrong by five minutes or more, since
   * AWS refuses signatures of other times (AWS Identity and Access Management, "Signing AWS API
   * requests").
   * @returns whether the clock was wrong
   */
  readonly correct: (date: string | undefined) => boolean;
}

/** Returns a clock that starts with the time of the platform. */
export function createClock(): Clock {
  let offset = 0;
  const now = (): number => Date.now() + offset;
  return {
    now,
    offset: () => offset,
    correct(date) {
      const difference = Date.parse(date ?? "") - now();
      if (!(Math.abs(difference) >= 300_000)) return false;
      offset += difference;
      return true;
    },
  };
}
