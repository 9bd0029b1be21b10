/**
 * Returns the anchor of a heading as GitHub derives it, so that links within the READMEs also work
 * on the site.
 */
export function slugOf(heading: string): string {
  return heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, "")
    .replace(/\s/g, "-");
}
