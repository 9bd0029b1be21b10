import { codes, entryOf } from "../../../../codegen/src/diagnostics/catalog.js";
import { escapeVue } from "../../markdown/escape.js";
import type { Page } from "../../page.js";

/** The catalogue of messages: what `smithy-codec explain` says about each code. */
export function messagesPage(): Page {
  const entries = codes.map((code) => {
    const { title, explanation, hint } = entryOf(code);
    return `## ${code}\n\n**${sentence(escapeVue(title))}** ${escapeVue(explanation)}\n\n${escapeVue(hint)}`;
  });
  return {
    path: "reference/messages",
    title: "Messages",
    description: "What each code in a message of smithy-codec means, and what to do.",
    frontMatter: { outline: false },
    text: `# Messages

Errors and warnings end with a code in square brackets. A code never changes its meaning. \`npx smithy-codec explain SC1201\` prints the same in
the terminal.

<div class="catalogue">

${entries.join("\n\n")}

</div>`,
  };
}

/** Returns a phrase as a sentence. */
function sentence(phrase: string): string {
  return `${phrase.slice(0, 1).toUpperCase()}${phrase.slice(1)}.`;
}
