import { splitFences } from "../markdown/fences.js";
import { parseDocument, sectionOf } from "../markdown/sections.js";
import type { Page } from "../page.js";
import type { Figures } from "../read/figures.js";
import { readText } from "../read/repository.js";

/** The first page: what it is, three samples, how to install it, figures, and where to go. */
export function homePage(figures: Figures, operations: number): Page {
  return {
    path: "index",
    title: "smithy-codec",
    description:
      "Typed clients, servers, codecs and validators in TypeScript from Smithy models, without Java.",
    frontMatter: {
      layout: "home",
      titleTemplate: "TypeScript from Smithy models",
      hero: {
        name: "smithy-codec",
        text: "TypeScript from Smithy models",
        tagline:
          "Types, codecs, validators, clients and servers in every AWS protocol. No Java, and only the code that you call is loaded at run time.",
        actions: [
          { theme: "brand", text: "Start here", link: "/start" },
          { theme: "alt", text: "Playground", link: "/playground" },
          { theme: "alt", text: "Guides", link: "/guides/" },
        ],
      },
    },
    text: [samples(), install(operations), figureList(figures), ways(operations)].join("\n\n"),
  };
}

/** Three blocks of code of the READMEs, which the tests of the repository run. */
function samples(): string {
  const main = sectionOf(parseDocument(readText("README.md")), "Quick tour").text;
  const server = sectionOf(parseDocument(readText("generated/README.md")), "Serve it").text;
  const tabs = [
    ["Client", codeWith(main, "apigatewayv2-codec/client")],
    ["Server", codeWith(server, "apigatewayv2-codec/server")],
    ["Codecs", codeWith(main, "GetIntegrationResponse.serializeRequest")],
    ["Validation", codeWith(main, "IntegrationResponseSchema")],
  ];
  const blocks = tabs.map(([title = "", code = ""]) => `\`\`\`ts [${title}]\n${code}\n\`\`\``);
  return `<div class="home-code">\n\n::: code-group\n\n${blocks.join("\n\n")}\n\n:::\n\n</div>`;
}

/**
 * Returns the first block of TypeScript that contains a text.
 * @throws Error if there is none, so that the page cannot lose a sample
 */
function codeWith(markdown: string, part: string): string {
  const found = splitFences(markdown).find(
    ({ isCode, text }) => isCode && text.startsWith("```ts") && text.includes(part),
  );
  if (found === undefined) throw new Error(`The READMEs have no block of code with "${part}".`);
  return found.text.split("\n").slice(1, -1).join("\n");
}

function install(operations: number): string {
  return `## Install

<div class="home-install">

<div>

For all ${operations} operations of Amazon API Gateway V2:

\`\`\`sh
npm install apigatewayv2-codec
\`\`\`

</div>

<div>

For your own model, or another AWS service:

\`\`\`sh
npm install --save-dev smithy-codec
npx smithy-codec init my-service
\`\`\`

</div>

</div>`;
}

function figureList({ clientSize, signedCall, importTime, zod, generation }: Figures): string {
  const figures = [
    [
      `${clientSize.ours} KB`,
      `a client of one operation in a bundle; with the AWS SDK ${clientSize.sdk} KB`,
    ],
    [`${signedCall}×`, "less CPU time for a signed call than with the AWS SDK"],
    [`${importTime.ours} ms`, `to import an operation; the AWS SDK takes ${importTime.sdk} ms`],
    [`${Math.round(zod)}×`, "as fast as zod in checking a value of 6 KB"],
    [`${generation} s`, "to generate and format everything, with no Java to install"],
  ];
  const items = figures.map(
    ([figure = "", text = ""]) => `<li><strong>${figure}</strong> <span>${text}</span></li>`,
  );
  return `## Figures

<ul class="home-figures">
${items.join("\n")}
</ul>

From the repository's benchmarks, which also list all comparisons and the [targets that are not met](/project/benchmarks#targets).`;
}

function ways(operations: number): string {
  const cards = [
    ["Types alone", "/codec/types-alone", "Type imports cost nothing at run time."],
    [
      "Call the service",
      "/codec/call-the-service",
      "Signed, retried, paged; errors are in the types.",
    ],
    ["Serve it", "/codec/serve-it", "Node, Lambda, Workers, Deno, Bun; every request is checked."],
    [
      "Validate messages",
      "/codec/validate-a-queues-messages",
      "All issues at once, as data and as sentences.",
    ],
    ["Your own model", "/generator/your-own-model", "From a Smithy model to code that runs."],
    ["Reference", "/reference/", `All ${operations} operations, with examples for both sides.`],
    [
      "Why this and not ...",
      "/project/comparison",
      "What other tools do better, and what this does.",
    ],
    ["Security", "/project/security", "What is trusted, and what is guaranteed."],
  ];
  const items = cards.map(
    ([title = "", link = "", text = ""]) => `<li>\n\n[${title}](${link})\n\n${text}\n\n</li>`,
  );
  return `## What you can do with it\n\n<ul class="cards">\n\n${items.join("\n\n")}\n\n</ul>`;
}
