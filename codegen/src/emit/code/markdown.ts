import { Parser } from "htmlparser2";

/**
 * A limit, since the parser takes time quadratic in the depth of tags. AWS's longest text is a
 * fifth of it.
 */
const longest = 100_000;

/**
 * Converts documentation to Markdown, which editors show in comments. Smithy's documentation is
 * CommonMark, which may contain HTML, as in models of AWS. Text without tags is returned unchanged.
 */
export function toMarkdown(documentation: string): string {
  if (!/<[a-z!/]/i.test(documentation) || documentation.length > longest) return documentation;
  const writer = new MarkdownWriter();
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        writer.open(name, attributes);
      },
      onclosetag: (name) => {
        writer.close(name);
      },
      ontext: (text) => {
        writer.text(text);
      },
    },
    { decodeEntities: true },
  );
  parser.end(documentation);
  return writer.finish();
}

const spans: Readonly<Record<string, string>> = {
  b: "**",
  strong: "**",
  i: "*",
  em: "*",
  code: "`",
  tt: "`",
};

/** Builds Markdown from the events of an HTML parser, which closes open tags. */
class MarkdownWriter {
  /**
   * The end of the text, which is the only part that is searched. The rest is in `#settled`:
   * searching the whole text at each tag would take time quadratic in the number of tags.
   */
  #output = "";
  readonly #settled: string[] = [];
  #settledLength = 0;
  /** The start of the text of each open span. */
  readonly #spans: number[] = [];
  readonly #lists: { readonly ordered: boolean; count: number }[] = [];
  readonly #links: string[] = [];
  #preformatted = 0;
  #cells = 0;
  #rows = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#settle();
    if (Object.hasOwn(spans, name)) this.#openSpan(spans[name] ?? "");
    else if (/^h[1-6]$/.test(name)) this.#block(`${"#".repeat(Number(name[1]))} `);
    else if (name === "ul" || name === "ol") this.#lists.push({ ordered: name === "ol", count: 0 });
    else if (name === "li") this.#item();
    else if (name === "dt") this.#openTerm();
    else if (name === "a")
      this.#openLink(Object.hasOwn(attributes, "href") ? (attributes["href"] ?? "") : "");
    else if (name === "br") this.#write("\n");
    else if (name === "pre") this.#openPreformatted();
    else if (name === "tr") this.#block("|");
    else if (name === "td" || name === "th") this.#cells++;
    else if (name === "table") this.#rows = 0;
    else if (/^(p|div|dl|dd|note|important|blockquote|section|fullname)$/.test(name))
      this.#block("");
  }

  close(name: string): void {
    if (Object.hasOwn(spans, name)) this.#closeSpan(spans[name] ?? "");
    else if (name === "ul" || name === "ol") this.#closeList();
    else if (name === "dt") this.#closeSpan("**");
    else if (name === "a") this.#closeLink();
    else if (name === "pre") this.#closePreformatted();
    else if (name === "td" || name === "th") this.#write(" |");
    else if (name === "tr") this.#closeRow();
    else if (/^(p|div|h[1-6]|dd|note|table)$/.test(name)) this.#block("");
  }

  text(text: string): void {
    if (this.#preformatted > 0) this.#output += text;
    else if (text.trim() !== "" || !this.#endsWithSpace()) this.#write(text.replace(/\s+/g, " "));
  }

  finish(): string {
    return [...this.#settled, this.#output]
      .join("")
      .replace(/(?<![ \t])[ \t]+\n/g, "\n")
      .replace(/\n{3,}/g, "\n\n")
      .trim();
  }

  #write(text: string): void {
    this.#output += this.#endsWithSpace() ? text.replace(/^ +/, "") : text;
  }

  #endsWithSpace(): boolean {
    return this.#output === ""
      ? this.#settledLength === 0
      : this.#output.trimEnd() !== this.#output;
  }

  /** Moves all but the end of the text to `#settled`. */
  #settle(): void {
    const end = 512;
    if (this.#output.length < 4 * end) return;
    this.#settled.push(this.#output.slice(0, -end));
    this.#settledLength += this.#output.length - end;
    this.#output = this.#output.slice(-end);
  }

  /** Begins a paragraph, except at the start of a list item or in a table cell. */
  #block(prefix: string): void {
    if (this.#cells > 0 && prefix === "") return;
    const isAtItem = /(?:^|\n) *(?:-|\d+\.) $/.test(this.#output);
    if (isAtItem) this.#output += prefix;
    else if (this.#lists.length > 0)
      this.#output += `\n\n${this.#indent(this.#lists.length)}${prefix}`;
    else this.#output += prefix === "|" && this.#rows > 0 ? `\n${prefix}` : `\n\n${prefix}`;
  }

  #item(): void {
    const list = this.#lists[this.#lists.length - 1];
    const bullet = list?.ordered === true ? `${++list.count}. ` : "- ";
    this.#output = `${this.#output.trimEnd()}\n${this.#indent(this.#lists.length - 1)}${bullet}`;
  }

  /** Returns the indentation, with a limit on the depth. */
  #indent(depth: number): string {
    return "  ".repeat(Math.min(Math.max(0, depth), 8));
  }

  #openSpan(mark: string): void {
    this.#write(mark);
    this.#spans.push(this.#settledLength + this.#output.length);
  }

  #openTerm(): void {
    this.#block("**");
    this.#spans.push(this.#settledLength + this.#output.length);
  }

  #closeList(): void {
    this.#lists.pop();
    if (this.#lists.length === 0) this.#output += "\n\n";
  }

  /**
   * Closes a span, before white space: Markdown does not recognize an end mark after white space.
   */
  #closeSpan(mark: string): void {
    const trimmed = this.#output.trimEnd();
    const start = this.#spans.pop() ?? 0;
    if (this.#settledLength + trimmed.length <= start) {
      // Remove the mark, since Markdown shows the marks of an empty span.
      this.#output = this.#output.slice(0, -(this.#output.length - trimmed.length + mark.length));
    } else {
      this.#output = `${trimmed}${mark}${this.#output.slice(trimmed.length)}`;
    }
  }

  #openLink(target: string): void {
    const isWeb = /^https?:\/\/[^\s<>()]+$/.test(target);
    this.#links.push(isWeb ? target : "");
    if (isWeb) this.#write("[");
  }

  #closeLink(): void {
    const target = this.#links.pop();
    if (target === undefined || target === "") return;
    if (this.#output.endsWith("[")) this.#output = `${this.#output.slice(0, -1)}<${target}>`;
    else this.#output += `](${target})`;
  }

  #openPreformatted(): void {
    this.#preformatted++;
    this.#output += "\n\n```\n";
  }

  #closePreformatted(): void {
    this.#preformatted = Math.max(0, this.#preformatted - 1);
    this.#output += "\n```\n\n";
  }

  #closeRow(): void {
    if (this.#rows === 0) this.#output += `\n|${" --- |".repeat(this.#cells)}`;
    this.#rows++;
    this.#cells = 0;
  }
}
