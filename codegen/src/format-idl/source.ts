import type { CommentSyntax } from "../idl/syntax.js";

/** The width that lines are kept in where they can be broken, as Smithy's own formatter does. */
export const width = 120;

/** The columns that each level of nesting is indented by. */
export const step = 4;

/** A text that is formatted, and which of its comments are not printed yet. */
export class Source {
  readonly text: string;
  readonly #comments: readonly CommentSyntax[];
  readonly #taken = new Set<CommentSyntax>();

  constructor(text: string, comments: readonly CommentSyntax[]) {
    this.text = text;
    this.#comments = comments;
  }

  /** Whether there are comments to be printed that begin from one offset up to another. */
  hasComments(from: number, to: number): boolean {
    for (let index = this.#firstFrom(from); index < this.#comments.length; index++) {
      const comment = this.#comments[index];
      if (comment === undefined || comment.start >= to) return false;
      if (!this.#taken.has(comment)) return true;
    }
    return false;
  }

  /** Whether there are comments from one offset up to another, apart from one on the line before the first offset. */
  hasCommentsBelow(from: number, to: number): boolean {
    const trailing = this.#trailing(from);
    return this.hasComments(trailing === undefined ? from : trailing.end, to);
  }

  /**
   * Prints the comments that begin from one offset up to another, each on a line of its own, with the line break after
   * the last. One empty line stays where there are some after a comment.
   * @param next where what is printed next begins, if there may be an empty line before it
   */
  printComments(from: number, to: number, indent: number, next?: number): string {
    const comments: CommentSyntax[] = [];
    for (let index = this.#firstFrom(from); index < this.#comments.length; index++) {
      const comment = this.#comments[index];
      if (comment === undefined || comment.start >= to) break;
      if (!this.#taken.has(comment)) comments.push(comment);
    }
    return comments
      .map((comment, index) => {
        this.#taken.add(comment);
        const following = comments[index + 1]?.start ?? next ?? comment.end;
        const gap = this.text.slice(comment.end, following);
        const isSpaced = /^(?:\n|\r\n|\r(?!\n))[ \t,]*[\r\n]/.test(gap);
        return `${" ".repeat(indent)}${this.#print(comment)}\n${isSpaced ? "\n" : ""}`;
      })
      .join("");
  }

  /** Prints the comment after something on the same line, with a space before it, if there is one. */
  printTrailing(end: number): string {
    const comment = this.#trailing(end);
    if (comment === undefined) return "";
    this.#taken.add(comment);
    return ` ${this.#print(comment)}`;
  }

  #trailing(end: number): CommentSyntax | undefined {
    const comment = this.#comments[this.#firstFrom(end)];
    if (comment === undefined || this.#taken.has(comment)) return undefined;
    return /^[ \t,]*$/.test(this.text.slice(end, comment.start)) ? comment : undefined;
  }

  /** Skips white space and comments. @returns the offset of the next other character */
  skip(from: number): number {
    const { text } = this;
    for (let at = from; ; at++) {
      if (text.startsWith("//", at)) {
        while (at < text.length && !isLineBreak(text.charAt(at))) at++;
      } else if (!" \t\n\r,".includes(text.charAt(at)) || at >= text.length) return at;
    }
  }

  /** Documentation that describes nothing becomes a plain comment, so that it describes nothing where it is printed. */
  #print({ start, end }: CommentSyntax): string {
    const slashes = this.text.startsWith("///", start) ? 3 : 2;
    const content = this.text.slice(start + slashes, end).trimEnd();
    return `//${content === "" || content.startsWith(" ") ? "" : " "}${content}`;
  }

  #firstFrom(offset: number): number {
    let [low, high] = [0, this.#comments.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#comments[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function isLineBreak(character: string): boolean {
  return character === "\n" || character === "\r";
}
