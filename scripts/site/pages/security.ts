import { escapeVue } from "../markdown/escape.js";
import { mapProse } from "../markdown/fences.js";
import type { Page } from "../page.js";
import { readText } from "../read/repository.js";

/** The page with `SECURITY.md`. */
export function securityPage(): Page {
  return {
    path: "project/security",
    title: "Security",
    description:
      "What is trusted and what is not, what is guaranteed, and how to report a problem.",
    text: mapProse(readText("SECURITY.md"), escapeVue),
  };
}
