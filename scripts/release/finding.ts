/** What a check found wrong. A release with a finding is not published. */
export interface Finding {
  /** The file or the package that is wrong. */
  readonly where: string;
  /** What is wrong, and what to do about it. */
  readonly message: string;
}
