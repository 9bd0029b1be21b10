import { existsSync } from "node:fs";
import type { UserConfig } from "vitepress";

type Plugins = NonNullable<NonNullable<UserConfig["vite"]>["plugins"]>;

/** Returns the Vite plugins that the playground needs, or none if there is no playground. */
export async function playgroundPlugins(): Promise<Plugins> {
  const file = new URL("../playground/vite-plugins.ts", import.meta.url);
  if (!existsSync(file)) return [];
  const module = (await import(file.href)) as { playgroundPlugins: () => Plugins };
  return module.playgroundPlugins();
}
