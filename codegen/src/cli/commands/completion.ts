import { Argument, type Command } from "commander";
import type { CommandCompletion } from "../completion/completion.js";
import { exitStatus } from "../exit-status.js";
import { helpText } from "../help.js";
import { checkOptions } from "../options.js";
import type { CommandContext } from "../run-action.js";

const shells = ["bash", "zsh", "fish"] as const;
type Shell = (typeof shells)[number];

/** Adds the command that prints the completion of a shell. */
export function addCompletion(program: Command, { run }: CommandContext): void {
  const command = program
    .command("completion")
    .summary("print the completion for a shell")
    .description(
      "Prints a script that makes a shell complete commands, options, their values, and files with matching extensions. The script does not run smithy-codec, so it completes at once; print it again after an update.",
    )
    .addArgument(new Argument("<shell>", "the shell").choices(shells))
    .addHelpText("after", help)
    .action(async (shell: Shell) =>
      run({}, async (reporter) => {
        // Imported only when needed, because other commands do without.
        const { describeCommands } = await import("../completion/completion.js");
        const write = await loadWriter(shell);
        reporter.text(write(program.name(), describeCommands(program)).trimEnd());
        return exitStatus.done;
      }),
    );
  checkOptions(command);
}

async function loadWriter(
  shell: Shell,
): Promise<(program: string, commands: readonly CommandCompletion[]) => string> {
  switch (shell) {
    case "bash":
      return (await import("../completion/bash.js")).bashCompletion;
    case "zsh":
      return (await import("../completion/zsh.js")).zshCompletion;
    case "fish":
      return (await import("../completion/fish.js")).fishCompletion;
  }
}

const help: string = helpText({
  notes:
    "The examples install it for new sessions. In zsh, the line must come after compinit. It completes `smithy-codec` itself, not `npx smithy-codec`.",
  examples: [
    ["bash", "echo 'source <(smithy-codec completion bash)' >> ~/.bashrc"],
    ["zsh", "echo 'source <(smithy-codec completion zsh)' >> ~/.zshrc"],
    [
      "fish",
      "mkdir -p ~/.config/fish/completions && smithy-codec completion fish \\",
      "> ~/.config/fish/completions/smithy-codec.fish",
    ],
  ],
  status: { done: "done", usage: "wrong usage" },
});
