import type { Page } from "../../page.js";
import type { CommandHelp } from "../../read/commands.js";

/** The reference of the command line, from the help of the commands. */
export function commandsPage(commands: readonly CommandHelp[]): Page {
  const parts = commands.map(({ name, help }) => {
    const heading = name === "" ? "" : `## ${name}\n\n`;
    const call = `$ npx smithy-codec ${name === "" ? "" : `${name} `}--help`;
    return `${heading}\`\`\`console\n${call}\n${help}\n\`\`\``;
  });
  return {
    path: "reference/commands",
    title: "Command line",
    description: "Every command of smithy-codec, with its options, examples and exit statuses.",
    text: `# Command line\n\nThe help of every command, as it prints it.\n\n${parts.join("\n\n")}`,
  };
}
