import { escapeVue } from "../markdown/escape.js";
import { mapProse, showFileNames } from "../markdown/fences.js";
import { parseDocument, sectionOf } from "../markdown/sections.js";
import type { Page } from "../page.js";
import { readText } from "../read/repository.js";
import type { Handbook } from "./handbook.js";

/** The first page to read: what the packages are, from the READMEs' own text, and the next steps. */
export function startPage(book: Handbook): Page {
  const main = parseDocument(readText("README.md"));
  const tour = sectionOf(main, "Quick tour");
  const include = (text: string): string =>
    showFileNames(mapProse(book.rewriteLinks(text, ""), escapeVue));
  return {
    path: "start",
    title: "Start here",
    description: "What the packages do, how to install them, and the first calls, in five minutes.",
    text: `# Start here

${include(main.introduction)}

## Install

For Amazon API Gateway V2, install the package that is generated from its model:

\`\`\`sh
npm install apigatewayv2-codec
\`\`\`

For a model of your own, or of another AWS service, install the generator:

\`\`\`sh
npm install --save-dev smithy-codec
\`\`\`

Both need Node 20.19 or newer. The code also runs in Bun, Deno, Workers and browsers.

## ${tour.heading}

${include(tour.text)}

## Next

<ul class="cards">

<li>

[Guides](/guides/)

Short paths from an empty folder to a result.

</li>

<li>

[Call the service](/codec/call-the-service)

Errors in the types, pages, retries, credentials.

</li>

<li>

[Serve it](/codec/serve-it)

The same operations on the other side, on every runtime.

</li>

<li>

[Your own model](/generator/your-own-model)

From a Smithy model to code that runs.

</li>

</ul>`,
  };
}
