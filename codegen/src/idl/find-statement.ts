import * as char from "./characters.js";

/**
 * Finds where to go on after a mistake: the next line that looks like the first one of a statement, and is not indented
 * more than the statement with the mistake was.
 * @param start where the statement with the mistake begins
 * @param from where the mistake is; a statement that begins on its line is found too
 * @returns the offset, or the length of the text
 */
export function findStatement(text: string, start: number, from: number): number {
  const indentation = measureIndentation(text, lineStart(text, start));
  let line = lineStart(text, from);
  if (line <= start) line = nextLine(text, from);
  for (; line < text.length; line = nextLine(text, line)) {
    const found = measureIndentation(text, line);
    if (found <= indentation && beginsStatement(text, line + found)) return line + found;
  }
  return text.length;
}

function lineStart(text: string, offset: number): number {
  return offset === 0 ? 0 : text.lastIndexOf("\n", offset - 1) + 1;
}

function nextLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end === -1 ? text.length : end + 1;
}

function measureIndentation(text: string, line: number): number {
  let at = line;
  while (text.charCodeAt(at) === char.space || text.charCodeAt(at) === char.tab) at++;
  return at - line;
}

/** Whether a line is documentation, a trait or a control statement, or two words: a keyword and a name. */
function beginsStatement(text: string, at: number): boolean {
  const pattern = /\/\/\/|@[A-Za-z_]|\$["\w]+[ \t]*:|(?!with\b|for\b)[A-Za-z]+[ \t]+["A-Za-z_]/y;
  pattern.lastIndex = at;
  return pattern.test(text);
}
