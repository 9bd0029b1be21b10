/** A page of the site, as Markdown for VitePress. */
export interface Page {
  /** The path in the site without an extension, such as `reference/operations/GetApi`. */
  readonly path: string;
  /** The title in menus and in the tab of the browser. */
  readonly title: string;
  /** A sentence for search engines and for indexes of pages. */
  readonly description: string;
  /** Further front matter. Values are written as JSON, which is YAML. */
  readonly frontMatter?: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** An entry of a menu: a page, or a group of entries. */
export interface MenuEntry {
  readonly text: string;
  readonly link?: string;
  /** The text of links to it from the pages before and after; by default its text. */
  readonly docFooterText?: string;
  readonly collapsed?: boolean;
  readonly items?: readonly MenuEntry[];
}

/** Returns the menu entry of a page. */
export function entryOf({ title, path }: Page): MenuEntry {
  return { text: title, link: `/${path}` };
}

/** Returns the file of a page: its front matter and its text. */
export function fileText({ title, description, frontMatter = {}, text }: Page): string {
  const matter = Object.entries({ title, description, ...frontMatter });
  const lines = matter.map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${lines.join("\n")}\n---\n\n${text.trim()}\n`;
}
