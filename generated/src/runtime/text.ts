/** Whether UTF-16 text holds no lone surrogate, so that it has a form in UTF-8. */
export function isWellFormed(text: string): boolean {
  return !/\p{Surrogate}/u.test(text);
}
