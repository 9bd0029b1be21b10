import { readFileSync } from "node:fs";

/** A change of a file between two commands. The picture shows a comment instead. */
export interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** A command of a scene, or edits. */
export type Step =
  { readonly command: string } | { readonly comment: string; readonly edits: readonly Edit[] };

/** What a picture shows: commands that are typed one after the other, and what they print. */
export interface Scene {
  readonly name: string;
  readonly title: string;
  /** The text for people who do not see the picture. */
  readonly description: string;
  readonly files: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

const model = readFileSync(new URL("library.smithy", import.meta.url), "utf8");
const generate = "npx smithy-codec generate --model library.smithy --client --out src";
const typo = { file: "library.smithy", from: "days: Dayz", to: "days: Days" };
const shelf = {
  file: "library.smithy",
  from: "copies: Integer\n",
  to: "copies: Integer\n\n        shelf: String\n",
};

/** All scenes, in the order of the documents. */
export const scenes: readonly Scene[] = [
  {
    name: "generate",
    title: "smithy-codec generate",
    description:
      "smithy-codec generate reports a mistake in the model with its line, and then writes the code.",
    files: { "library.smithy": edit(model, [{ ...typo, from: typo.to, to: typo.from }]) },
    steps: [
      { command: generate },
      { comment: "With the name corrected:", edits: [typo] },
      { command: generate },
    ],
  },
  {
    name: "check",
    title: "smithy-codec generate --check",
    description:
      "smithy-codec generate --check lists the files that are out of date after a change of the model, and the command that updates them.",
    files: { "library.smithy": model },
    steps: [
      { command: generate },
      { comment: "After a change of the model:", edits: [shelf] },
      { command: `${generate} --check` },
    ],
  },
  {
    name: "diff",
    title: "smithy-codec diff",
    description:
      "smithy-codec diff lists breaking and compatible changes between two versions of a model, and says that the next version is a major one.",
    files: {
      "old.smithy": model,
      "new.smithy": edit(model, [
        shelf,
        { file: "", from: "max: 28", to: "max: 21" },
        { file: "", from: "max: 40", to: "max: 60" },
        { file: "", from: "due: Timestamp", to: "dueDate: Timestamp" },
      ]),
    },
    steps: [{ command: "npx smithy-codec diff old.smithy new.smithy" }],
  },
  {
    name: "validate",
    title: "smithy-codec validate",
    description:
      "smithy-codec validate checks three JSON documents of a file against a shape, and reports five issues with their lines and paths.",
    files: {
      "library.smithy": model,
      "loans.ndjson": [
        { isbn: "9780131103627", reader: "Ada", days: 14 },
        { isbn: "9780131103627", reader: "", days: 30 },
        { isbn: "0131103628", days: "seven" },
      ]
        .map((document) => `${JSON.stringify(document)}\n`)
        .join(""),
    },
    steps: [
      { command: "cat loans.ndjson" },
      {
        command:
          "npx smithy-codec validate --model library.smithy --shape LendBookInput loans.ndjson",
      },
    ],
  },
];

/** Applies edits to a text. @throws if the text does not have what an edit replaces */
export function edit(text: string, edits: readonly Edit[]): string {
  return edits.reduce((edited, { from, to }) => {
    if (!edited.includes(from)) throw new Error(`The model of the pictures has no "${from}".`);
    return edited.replace(from, to);
  }, text);
}
