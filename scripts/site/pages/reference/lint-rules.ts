import { escapeVue, tableOf } from "../../markdown/escape.js";
import type { Page } from "../../page.js";
import type { LintRule } from "../../read/lint-rules.js";

/** What the folders of rules are about. */
const titles: Readonly<Record<string, string>> = {
  core: "References",
  shapes: "Shapes",
  traits: "Traits",
  services: "Services, resources and operations",
  http: "HTTP and protocols",
  waiters: "Waiters",
  aws: "AWS",
  metadata: "Metadata",
};

/** The page with the rules that `smithy-codec lint` checks. */
export function lintRulesPage(rules: readonly LintRule[]): Page {
  const subjects = [...new Set([...Object.keys(titles), ...rules.map(({ subject }) => subject)])];
  const parts = subjects.flatMap((subject) => {
    const members = rules.filter((rule) => rule.subject === subject);
    if (members.length === 0) return [];
    const rows = members.map(({ id, text }) => [`\`${id}\``, escapeVue(text)]);
    return [`## ${titles[subject] ?? subject}\n\n${tableOf(["Id", "Rule"], rows)}`];
  });
  return {
    path: "reference/lint-rules",
    title: "Lint rules",
    description: "The rules of Smithy that smithy-codec lint checks, by their ids.",
    text: `# Lint rules

\`npx smithy-codec lint model/\` checks the ${rules.length} rules on this page. The ids are those of Smithy's own tools, so that suppressions in
your model work in both: \`@suppress(["HttpUriConflict"])\` on a shape, or the metadata \`suppressions\` of the model. The validators that
a model defines in its metadata are checked too. The [help of the command](/reference/commands#lint) has its options.

${parts.join("\n\n")}`,
  };
}
