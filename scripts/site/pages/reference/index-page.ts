import { tableOf } from "../../markdown/escape.js";
import type { Page } from "../../page.js";
import type { OperationGroup } from "./groups.js";
import { routeMarkup } from "./operation.js";

/** The start of the reference: all operations with their routes, and where everything else is. */
export function referenceIndex(groups: readonly OperationGroup[]): Page {
  const count = groups.reduce((sum, { operations }) => sum + operations.length, 0);
  const parts = groups.map(({ title, operations }) => {
    const rows = operations.map(({ name, http }) => [
      `[${name}](/reference/operations/${name})`,
      routeMarkup(http),
    ]);
    return `### ${title}\n\n${tableOf(["Operation", "Route"], rows)}`;
  });
  return {
    path: "reference/index",
    title: "Reference",
    description: `All ${count} operations of API Gateway V2, the shapes, the API of both packages, and the command line.`,
    text: `# Reference

<ul class="cards">

<li>

[Shapes](/reference/shapes)

Structures, enums and errors of API Gateway V2.

</li>

<li>

[API](/reference/api/)

What both packages export: client, server, runtime types, generator.

</li>

<li>

[Command line](/reference/commands)

Every command of \`smithy-codec\` and its options.

</li>

<li>

[Messages](/reference/messages)

What each code means, and what to do.

</li>

<li>

[Lint rules](/reference/lint-rules)

The rules of Smithy that \`smithy-codec lint\` checks.

</li>

</ul>

## Operations of API Gateway V2

All ${count} operations. Each page has the members, the errors, the HTTP messages, and code for clients and servers.

${parts.join("\n\n")}`,
  };
}
