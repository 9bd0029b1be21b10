import { defineComponent, h, onBeforeUnmount, onMounted, ref, type Component } from "vue";

interface PlaygroundModule {
  readonly mount: (element: HTMLElement) => { destroy: () => void };
}

/** The playground's module, which is loaded when its page is opened. */
const modules = import.meta.glob<PlaygroundModule>("../playground/mount.ts");

/** Shows the playground. It runs in the browser only, and says so until it is there. */
export const Playground: Component = defineComponent({
  name: "Playground",
  setup() {
    const host = ref<HTMLElement>();
    const message = ref("The playground is being loaded.");
    let isGone = false;
    let destroy = (): void => undefined;
    onMounted(async () => {
      const load = modules["../playground/mount.ts"];
      if (load === undefined) {
        message.value = "This build of the site has no playground.";
        return;
      }
      try {
        const { mount } = await load();
        if (isGone || host.value === undefined) return;
        message.value = "";
        ({ destroy } = mount(host.value));
      } catch (error) {
        message.value = `The playground could not be loaded: ${String(error)}. Reload the page to try again.`;
      }
    });
    onBeforeUnmount(() => {
      isGone = true;
      destroy();
    });
    return () =>
      h("div", { class: "playground-page" }, [
        h("h1", { class: "playground-title" }, "Playground"),
        message.value === "" ? undefined : h("p", { role: "status" }, message.value),
        h("div", { ref: host }),
      ]);
  },
});
