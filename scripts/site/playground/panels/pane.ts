import { h } from "../dom.js";

/** A titled part of the playground. */
export function pane(
  title: string,
  name: string,
  content: readonly Node[],
  actions: readonly Node[] = [],
): HTMLElement {
  return h(
    "section",
    { class: `pg-pane pg-pane-${name}`, "aria-label": title },
    h("div", { class: "pg-pane-head" }, h("h2", {}, title), ...actions),
    ...content,
  );
}
