import { slug } from "github-slugger";

/**
 * Returns the anchor of a heading as GitHub derives it, so that links within the READMEs also work
 * on the site.
 */
export function slugOf(heading: string): string {
  return slug(heading.trim());
}
