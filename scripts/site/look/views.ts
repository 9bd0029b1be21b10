/** A width and a colour scheme in which pages are looked at. */
export interface View {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly colorScheme: "light" | "dark";
}

/** A phone and a desktop, light and dark. */
export const views: readonly View[] = [
  { name: "phone-light", width: 390, height: 844, colorScheme: "light" },
  { name: "phone-dark", width: 390, height: 844, colorScheme: "dark" },
  { name: "desktop-light", width: 1280, height: 900, colorScheme: "light" },
  { name: "desktop-dark", width: 1280, height: 900, colorScheme: "dark" },
];

/** Pages of every kind; the guides are added to them. */
const kinds: readonly string[] = [
  "index.html",
  "start.html",
  "guides/index.html",
  "codec/call-the-service.html",
  "generator/your-own-model.html",
  "reference/index.html",
  "reference/operations/CreateIntegrationResponse.html",
  "reference/operations/GetApis.html",
  "reference/shapes.html",
  "reference/api/client.html",
  "reference/commands.html",
  "reference/messages.html",
  "reference/lint-rules.html",
  "playground.html",
  "project/benchmarks.html",
  "project/comparison.html",
  "project/changelog.html",
  "project/security.html",
  "404.html",
];

/** Returns the pages to look at: one or two of every kind, and all guides. */
export function pagesToLookAt(files: readonly string[]): readonly string[] {
  const guides = files.filter((file) => /^guides\/(?!index\.).*\.html$/.test(file));
  return [...kinds.filter((page) => files.includes(page)), ...guides];
}
