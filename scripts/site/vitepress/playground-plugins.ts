import type { UserConfig } from "vitepress";

type Plugins = NonNullable<NonNullable<UserConfig["vite"]>["plugins"]>;

const withoutPlayground: Plugins[number] = {
  name: "without-playground",
  enforce: "pre",
  load: (id) =>
    id.endsWith("/playground/mount.ts")
      ? "export function mount(element) { element.textContent = 'This build of the site leaves out the playground.'; return { destroy() {} }; }"
      : undefined,
};

/**
 * Returns the Vite plugins that the playground needs.
 * @param draft whether to leave out the playground, with the compiler that it contains
 */
export async function playgroundPlugins(draft: boolean): Promise<Plugins> {
  if (draft) return [withoutPlayground];
  const file = new URL("../playground/vite-plugins.ts", import.meta.url);
  const module = (await import(file.href)) as { playgroundPlugins: () => Plugins };
  return module.playgroundPlugins();
}
