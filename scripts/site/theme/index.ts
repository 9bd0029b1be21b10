import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme";
import { useMainLandmark } from "./main-landmark.js";
import { Playground } from "./playground.js";
import "./colors.css";
import "./content.css";
import "./home.css";
import "./reference.css";

/** The theme of the site: that of VitePress, with the colours of the site and the playground. */
const theme: Theme = {
  extends: DefaultTheme,
  setup: useMainLandmark,
  enhanceApp: ({ app }) => {
    app.component("Playground", Playground);
  },
};

export default theme;
