/** Returns the text of a section; empty if it has no content. */
export function section(heading: string, about: string, contents: readonly string[]): string {
  const given = contents.filter((text) => text !== "");
  if (given.length === 0) return "";
  return [`## ${heading}`, ...(about === "" ? [] : [about]), ...given].join("\n\n");
}

/** Returns a block of declarations, with blank lines around those of several lines; empty if there are none. */
export function codeBlock(texts: readonly string[]): string {
  if (texts.length === 0) return "";
  const spaced = texts.map((text, index) => {
    const next = texts[index + 1];
    if (next === undefined) return text;
    return text.includes("\n") || next.includes("\n") ? `${text}\n` : text;
  });
  return `\`\`\`ts\n${spaced.join("\n")}\n\`\`\``;
}
