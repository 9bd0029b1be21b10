import type { Module } from "../emit/code/declarations.js";
import { generatedMark } from "../generated-mark.js";
import type { Service } from "../ir/service.js";
import {
  collectClientExports,
  collectExports,
  type ClientExports,
  type Entry,
  type Helpers,
} from "./collect-exports.js";
import { familiesOf, familyTexts } from "./families.js";
import { alikeInterfaces, withInherited } from "./interfaces.js";
import { codeBlock, section } from "./markdown.js";
import { exportedNames, type NameOf } from "./name-text.js";
import { namespaceTexts, usualFunctions } from "./operations.js";
import { signatureOf } from "./signature.js";
import { wireTypes } from "./wire-types.js";

/**
 * Returns a Markdown text that lists everything that users can import from the index and the client
 * of the output, with its signature. It does not depend on documentation and on the bodies of functions.
 */
export function apiReport(modules: readonly Module[], service: Service): string {
  const exports = collectExports(withInherited(modules));
  const nameOf = exportedNames(exports);
  const families = familiesOf(exports.entries, nameOf);
  const inFamilies = new Set(families.flatMap(({ members }) => members));
  const alike = alikeInterfaces(exports.entries, families, nameOf);
  const wire = wireTypes(exports.entries, families, nameOf);
  const single = exports.entries.filter(({ name }) => !inFamilies.has(name) && !wire.has(name));
  const entriesOf = (wanted: Kind): string => {
    const entries = single.filter((entry) => kindOf(entry) === wanted);
    return codeBlock(entries.map((entry) => alike.get(entry.name) ?? entryText(entry, nameOf)));
  };
  const sections = [
    section("Operations", aboutOperations, [codeBlock(namespaceTexts(exports, nameOf))]),
    section("Types", aboutTypes, [entriesOf("type")]),
    section("Types of JSON", aboutWire, [codeBlock([...wire.values()])]),
    section("Errors", "", [entriesOf("error")]),
    section("Functions and constants", "", [entriesOf("value")]),
    section(
      "Functions and constants of shapes",
      aboutFamilies,
      familyTexts(families).map((text) => codeBlock([text])),
    ),
    section("Runtime", aboutRuntime, [exports.helpers.map(helperLine).join("\n")]),
    section("Client", aboutClient, clientTexts(collectClientExports(modules), nameOf)),
  ];
  return `${[title(service), ...sections.filter((text) => text !== ""), ending].join("\n\n")}\n`;
}

/** Signatures have a line each, however long: formatting would spread a small change over more lines. */
function title({ name }: Service): string {
  return `# API of ${name}

${generatedMark} This is what \`index.ts\` exports, so that a change of this file shows in a review what changes for users.

<!-- prettier-ignore-start -->`;
}

const ending = "<!-- prettier-ignore-end -->";

const aboutOperations = `Each namespace has these functions, unless it lists another type of one. It also has the shapes that only its operation
needs, which are listed once, under their own names.

${codeBlock([usualFunctions.join("\n")])}`;

const aboutTypes = `An enum is an object of its values and the type of these values. The variants of a union also exclude the members of
the other variants, which is not shown.`;

const aboutWire = `Schemas take this JSON. Optional members can also be \`null\` or \`undefined\`, which is not shown.`;

const aboutFamilies = `\`X\` is the name of each shape in the lines that follow. After \`of\` is the shape with the same members whose types are
used instead of its own.`;

const aboutRuntime = "The signatures are in the files of these names in the output.";

const aboutClient =
  "This is what `client.ts` exports. `Operations` has the namespace of each operation by its name, which is not shown.";

type Kind = "type" | "error" | "value";

function kindOf({ declarations }: Entry): Kind {
  if (declarations.some(({ kind }) => kind === "class")) return "error";
  return declarations.some(({ kind }) => kind === "interface" || kind === "type")
    ? "type"
    : "value";
}

function entryText({ name, declarations }: Entry, nameOf: NameOf): string {
  const signatures = declarations.map((declaration) => signatureOf(declaration, name, nameOf));
  const typeOfValues = `type ${name} = (typeof ${name})[keyof typeof ${name}];`;
  return signatures
    .filter((signature) => signatures.length === 1 || signature !== typeOfValues)
    .join("\n");
}

function clientTexts({ declarations, helpers }: ClientExports, nameOf: NameOf): string[] {
  const signatures = declarations
    .filter(({ name }) => name !== "Operations")
    .map((declaration) => signatureOf(declaration, declaration.name, nameOf));
  return [codeBlock(signatures), helpers.map(helperLine).join("\n")];
}

function helperLine({ module, names }: Helpers): string {
  return `- \`${module}\`: ${names.map(({ name }) => `\`${name}\``).join(", ")}`;
}
