/** What Vite adds to modules: style sheets, and globs of modules. */
declare module "*.css" {}

interface ImportMeta {
  readonly glob: <Module>(pattern: string) => Readonly<Record<string, () => Promise<Module>>>;
}
