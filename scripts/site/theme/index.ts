import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme";
import { Playground } from "./playground.js";
import "./colors.css";
import "./content.css";
import "./home.css";
import "./reference.css";

/** The theme of the site: that of VitePress, with the colours of the site and the playground. */
const theme: Theme = {
  extends: DefaultTheme,
  enhanceApp: ({ app }) => {
    app.component("Playground", Playground);
  },
};

export default theme;
