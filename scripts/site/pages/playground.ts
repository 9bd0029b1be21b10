import type { Page } from "../page.js";

/** The page of the playground, which a component of the theme fills. */
export const playgroundPage: Page = {
  path: "playground",
  title: "Playground",
  description:
    "Run the packages in your browser: messages of API Gateway V2, and code from your own model.",
  frontMatter: { layout: "page", sidebar: false, aside: false, footer: false, outline: false },
  text: "<Playground />",
};
