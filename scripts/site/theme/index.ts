import type { Theme } from "vitepress";
import DefaultTheme from "vitepress/theme";
import { defineComponent, h, type Component } from "vue";
import { useMainLandmark } from "./main-landmark.js";
import { Playground } from "./playground.js";
import "./colors.css";
import "./content.css";
import "./home.css";
import "./reference.css";

/** The layout of VitePress, whose content is the main landmark. */
const Layout: Component = defineComponent({
  name: "SiteLayout",
  setup() {
    useMainLandmark();
    return () => h(DefaultTheme.Layout);
  },
});

/** The theme of the site: that of VitePress, with the colours of the site and the playground. */
const theme: Theme = {
  extends: DefaultTheme,
  Layout,
  enhanceApp: ({ app }) => {
    app.component("Playground", Playground);
  },
};

export default theme;
