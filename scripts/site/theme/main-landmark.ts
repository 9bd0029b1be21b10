import { useData } from "vitepress";
import { onMounted, watch } from "vue";

/**
 * Marks the content of pages as the main landmark. VitePress has a `main` element only on pages with
 * a menu.
 */
export function useMainLandmark(): void {
  const { frontmatter, page } = useData();
  onMounted(() => {
    watch(
      [frontmatter, page],
      () => {
        const content = document.querySelector("#VPContent");
        if (content === null) return;
        if (content.querySelector("main") === null) content.setAttribute("role", "main");
        else content.removeAttribute("role");
      },
      { immediate: true, flush: "post" },
    );
  });
}
