import type { Command } from "commander";
import { codes, entryOf, isCode, type Code } from "../../diagnostics/catalog.js";
import { colors } from "../colors.js";
import { exitStatus } from "../exit-status.js";
import { helpText } from "../help.js";
import { checkOptions } from "../options.js";
import type { Reporter } from "../reporter.js";
import { UsageError, type CommandContext, type CommonOptions } from "../run-action.js";
import { jsonOption } from "../shared-options.js";

/** Adds the command that explains the codes of messages. */
export function addExplain(program: Command, { run }: CommandContext): void {
  const command = program
    .command("explain")
    .summary("explain an error or a warning")
    .description(
      "Explains an error or a warning: why it is a problem, and what to do. Without a code, lists all codes.",
    )
    .argument("[code]", "the code at the end of the message, such as SC1201")
    .addOption(jsonOption())
    .addHelpText("after", help)
    .action(async (code: string | undefined, options: CommonOptions) =>
      run(options, async (reporter) => {
        await (code === undefined ? list(reporter) : explain(code, reporter));
        return exitStatus.done;
      }),
    );
  checkOptions(command);
}

async function explain(text: string, reporter: Reporter): Promise<void> {
  const code = text.toUpperCase();
  if (!isCode(code)) {
    const message = `there is no code ${JSON.stringify(text)}`;
    throw UsageError.of(`${message}; \`smithy-codec explain\` lists all codes`, "SC3007");
  }
  const { title, explanation, hint } = entryOf(code);
  const lines = [`${colors.bold(code)}: ${title}`, "", explanation, `To fix: ${hint}`];
  await reporter.result(explanationOf(code), lines.join("\n"));
}

async function list(reporter: Reporter): Promise<void> {
  for (const code of codes)
    await reporter.result(explanationOf(code), `${colors.bold(code)} ${entryOf(code).title}`);
}

function explanationOf(
  code: Code,
): { kind: "explanation"; code: Code } & ReturnType<typeof entryOf> {
  return { kind: "explanation", code, ...entryOf(code) };
}

const help: string = helpText({
  examples: [
    ["Explain a code", "smithy-codec explain SC1201"],
    ["List all codes", "smithy-codec explain"],
  ],
  status: { done: "done", usage: "wrong usage, or no such code" },
});
