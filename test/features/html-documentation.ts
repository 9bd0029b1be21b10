import { member, modelOf } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { absent, text } from "./support/wants.js";

const html = `<p>A <code>Thing</code> of <a href="https://example.com/a?b=c">the docs</a>.</p>
  <note> <p>See <i>below</i>:</p> </note>
  <table><thead><tr><th>Name</th><th>Use</th></tr></thead>
  <tbody><tr><td>a</td><td><p>One &amp; all</p></td></tr></tbody></table></div></p>
  <ul> <li> <p>one</p> </li> <li>two */ three`;

/** Documentation in HTML, with a table, a link, and tags that are unknown, stray or never closed. */
export const feature: Feature = {
  given: modelOf({
    text: member("String", { documentation: html }),
    same: member("String", { documentation: "Plain *Markdown* of 1 < 2." }),
  }),
  want: [
    text(
      "shapes/Thing.ts",
      `
      /** Plain *Markdown* of 1 < 2. */
        same?: string | undefined;
      `,
    ),
    text(
      "shapes/Thing.ts",
      `
        /**
         * A \`Thing\` of [the docs](https://example.com/a?b=c).
         *
         * See *below*:
         *
         * |Name |Use |
         * | --- | --- |
         * |a |One & all |
         * - one
         * - two *\\/ three
         */
        text?: string | undefined;
      `,
    ),
    absent("<note>"),
    absent("</div>"),
  ],
};
