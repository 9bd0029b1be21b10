import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../../package/support/packages.js";
import { parseBlocks, statedOutput, type Block } from "../../readme/parse-blocks.js";

/** A command of a guide. */
export interface Command {
  readonly text: string;
  /** The line of the block that it is in. */
  readonly line: number;
  /** What the guide says that it prints, or undefined if the guide does not say. */
  readonly stated: string | undefined;
}

/** A file that a guide shows. */
export interface GuideFile {
  readonly file: string;
  readonly text: string;
  readonly line: number;
}

/** A guide, as what a reader does with it. */
export interface Guide {
  readonly name: string;
  readonly markdown: string;
  /** The front matter, by keys. */
  readonly head: Readonly<Record<string, string>>;
  readonly files: readonly GuideFile[];
  readonly commands: readonly Command[];
  /** Why a block of it can neither be run nor compared. */
  readonly mistakes: readonly string[];
}

/** The folder of the guides. */
export const guidesFolder: string = join(repository, "scripts/site/guides");

/** Reads all guides, sorted by their names. */
export function readGuides(): Guide[] {
  return readdirSync(guidesFolder)
    .filter((file) => file.endsWith(".md"))
    .sort()
    .map((file) => readGuide(file.slice(0, -3), readFileSync(join(guidesFolder, file), "utf8")));
}

/** Reads one guide from its Markdown. */
export function readGuide(name: string, markdown: string): Guide {
  const blocks = parseBlocks(markdown);
  const { commands, mistakes } = readCommands(blocks);
  const files = blocks.flatMap(({ file, text, line }) => {
    const title = titleOf(file);
    return title === undefined ? [] : [{ file: title, text, line }];
  });
  return {
    name,
    markdown,
    head: headOf(markdown),
    files,
    commands: [...commands, ...commandsOfComments(files, commands)],
    mistakes: [
      ...mistakes,
      ...unseenFences(markdown, blocks),
      ...blocks.flatMap(mistakeOf),
      ...duplicates(files),
      ...unused(files, commands),
    ],
  };
}

function headOf(markdown: string): Record<string, string> {
  const [, head = ""] = /^---\n(.*?)^---\n/ms.exec(markdown) ?? [];
  const lines = [...head.matchAll(/^(\w+): "?(.*?)"?$/gm)];
  return Object.fromEntries(lines.map(([, key = "", value = ""]) => [key, value]));
}

/** The name in the title of a block, which VitePress wants in brackets. */
function titleOf(info: string | undefined): string | undefined {
  return /^\[(.+)\]$/.exec(info ?? "")?.[1];
}

function readCommands(blocks: readonly Block[]): Pick<Guide, "commands" | "mistakes"> {
  const commands: Command[] = [];
  const mistakes: string[] = [];
  for (const [index, { language, text, line }] of blocks.entries()) {
    if (language === "text" && blocks[index - 1]?.language !== "sh")
      mistakes.push(
        `line ${line}: text is the output of the commands before it, and there are none`,
      );
    if (language !== "sh") continue;
    const next = blocks[index + 1];
    const lines = text
      .trim()
      .replaceAll(/\\\n\s*/g, "")
      .split("\n");
    for (const [place, command] of lines.entries()) {
      const isLast = place === lines.length - 1;
      const stated = isLast && next?.language === "text" ? next.text : undefined;
      commands.push({ text: command, line, stated });
    }
  }
  return { commands, mistakes };
}

/** Files that no command runs and that state in comments what they print are run, too. */
function commandsOfComments(files: readonly GuideFile[], commands: readonly Command[]): Command[] {
  return files
    .filter(({ file, text }) => isCode(file) && !isRun(file, commands) && prints(text))
    .map(({ file, text, line }) => ({
      text: `node ${file}`,
      line,
      stated: statedOutput(text).join("\n"),
    }));
}

function prints(text: string): boolean {
  return text.includes("console.log") && statedOutput(text).length > 0;
}

function isRun(file: string, commands: readonly Command[]): boolean {
  return commands.some(({ text }) => text.split(" ").includes(file));
}

const isCode = (file: string): boolean => /\.tsx?$/.test(file);

/** Fences that are written in a way that the parser of blocks does not see. */
function unseenFences(markdown: string, blocks: readonly Block[]): string[] {
  const fences = markdown.split("\n").filter((line) => /^\s*(?:```|~~~)/.test(line)).length;
  return fences === 2 * blocks.length
    ? []
    : ["a fence is written in a way that no test understands"];
}

function mistakeOf({ language, file, line }: Block): string[] {
  const hasTitle = titleOf(file) !== undefined;
  switch (language) {
    case "json":
    case "smithy":
    case "ts":
    case "tsx":
      return hasTitle ? [] : [`line ${line}: a file without a name, such as [use.ts]`];
    case "sh":
    case "text":
      return file === undefined ? [] : [`line ${line}: ${language} has no title`];
    default:
      return [`line ${line}: no test knows what to do with ${language}`];
  }
}

function duplicates(files: readonly GuideFile[]): string[] {
  const names = files.map(({ file }) => file);
  return names
    .filter((name, index) => names.indexOf(name) !== index)
    .map((name) => `${name} is shown twice`);
}

/** Code that is neither run, nor imported by other files of the guide, nor compiled by a command of the guide. */
function unused(files: readonly GuideFile[], commands: readonly Command[]): string[] {
  if (commands.some(({ text }) => text.startsWith("npx tsc"))) return [];
  const configures = commands.some(({ text }) => text === "npx smithy-codec generate");
  return files
    .filter(({ file }) => !(configures && file === "smithy-codec.config.ts"))
    .filter(({ file, text }) => isCode(file) && !isRun(file, commands) && !prints(text))
    .filter(({ file }) => !files.some(({ text }) => text.includes(`"./${file}"`)))
    .map(({ file, line }) => `line ${line}: nothing runs or imports ${file}`);
}
