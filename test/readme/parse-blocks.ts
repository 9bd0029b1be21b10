/** A fenced block of a README. */
export interface Block {
  readonly language: string;
  /** What stands behind the language: the name of the file that the block is. */
  readonly file: string | undefined;
  readonly text: string;
  /** The line that the block begins on. */
  readonly line: number;
}

/** The fenced blocks of a Markdown text, in their order. */
export function parseBlocks(markdown: string): Block[] {
  return [...markdown.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)].map((match) => ({
    language: match[1] ?? "",
    file: match[2],
    text: match[3] ?? "",
    line: markdown.slice(0, match.index).split("\n").length,
  }));
}

/**
 * What a block of code says that it prints: the comments that follow a line of code at once. Those after an
 * empty line are prose.
 */
export function statedOutput(code: string): string[] {
  const stated: string[] = [];
  let previous: "code" | "output" | "other" = "other";
  for (const line of code.split("\n")) {
    const [, comment] = /^\s*\/\/(?: (.*))?$/.exec(line) ?? [];
    if (comment === undefined) previous = line.trim() === "" ? "other" : "code";
    else if (previous === "other" || comment.startsWith("@ts-")) previous = "other";
    else {
      stated.push(comment);
      previous = "output";
    }
  }
  return stated;
}
