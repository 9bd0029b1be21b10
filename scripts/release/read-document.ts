import GithubSlugger from "github-slugger";
import { marked, type Token } from "marked";

/** A link in a Markdown document. */
export interface Link {
  readonly target: string;
  /** The line that the paragraph or table of the link begins on. */
  readonly line: number;
}

/** What a Markdown document links to, and what can be linked to in it. */
export interface Document {
  readonly links: readonly Link[];
  /** The anchors that GitHub gives to its headings, and those of its own. */
  readonly anchors: ReadonlySet<string>;
}

/** Reads the links, the pictures and the anchors of a document in GitHub's Markdown. */
export function readDocument(markdown: string): Document {
  const slugger = new GithubSlugger();
  const links: Link[] = [];
  const anchors = new Set<string>();
  let line = 1;
  for (const block of marked.lexer(markdown)) {
    void marked.walkTokens([block], (token) => {
      if (token.type === "heading") anchors.add(slugger.slug(textOf(token)));
      if (token.type === "link" || token.type === "image") {
        links.push({ target: String((token as { href: unknown }).href), line });
      }
      if (token.type === "html") {
        for (const [, name, value = ""] of token.raw.matchAll(/\b(href|src|id|name)="([^"]*)"/g)) {
          if (name === "id" || name === "name") anchors.add(value);
          else links.push({ target: value, line });
        }
      }
    });
    line += block.raw.split("\n").length - 1;
  }
  return { links, anchors };
}

/** The text of a heading without its markup. */
function textOf(token: Token): string {
  const { tokens, text } = token as { readonly tokens?: Token[]; readonly text?: string };
  if (tokens !== undefined) return tokens.map(textOf).join("");
  return token.type === "image" || token.type === "html" ? "" : (text ?? "");
}
