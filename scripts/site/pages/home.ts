import type { Page } from "../page.js";
export function homePage(): Page {
  return { path: "index", title: "smithy-codec", description: "x", text: "# smithy-codec" };
}
