/** A part of a Markdown text: a fenced block of code with its fences, or the text between two. */
export interface MarkdownPart {
  readonly isCode: boolean;
  readonly text: string;
}

/** Splits Markdown into prose and fenced code. The parts joined are the text. */
export function splitFences(markdown: string): readonly MarkdownPart[] {
  return markdown
    .split(/(^ {0,3}(`{3,}).*\n[\s\S]*?^ {0,3}\2`*[ \t]*$)/m)
    .flatMap((text, index) => {
      // Every third part is the fence alone, from the second group of the expression.
      const kind = index % 3;
      return kind === 2 || text === "" ? [] : [{ isCode: kind === 1, text }];
    });
}

/** Applies a function to the prose, and leaves fenced code as it is. */
export function mapProse(markdown: string, change: (text: string) => string): string {
  return splitFences(markdown)
    .map(({ isCode, text }) => (isCode ? text : change(text)))
    .join("");
}

/**
 * Shows the names of files: a fence with a title (`ts [file.ts]`, or `ts file.ts` in the READMEs) becomes
 * a group of one tab. Fences within a group stay as they are.
 */
export function showFileNames(markdown: string): string {
  let isGroup = false;
  return splitFences(markdown)
    .map(({ isCode, text }) => {
      if (!isCode) {
        for (const [line] of text.matchAll(/^:::.*$/gm)) isGroup = line.includes("code-group");
        return text;
      }
      const match = /^(`{3,})(\S+) (?:\[([^\]\n]+)\]|(\S+\.\S+))[ \t]*\n/.exec(text);
      if (match === null || isGroup) return text;
      const [opening, fence = "", language = "", bracketed, plain = ""] = match;
      const body = text.slice(opening.length);
      return `::: code-group\n\n${fence}${language} [${bracketed ?? plain}]\n${body}\n\n:::`;
    })
    .join("");
}
