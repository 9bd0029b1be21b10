import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { clientRoot } from "../../../../codegen/runtime/json/write.js";
import { parseXml, type XmlElement } from "../../../../codegen/runtime/xml/parse-xml.js";
import { escapeAttribute, escapeText } from "../../../../codegen/runtime/xml/write-xml.js";
import { XmlError } from "../../../../codegen/runtime/xml/xml-error.js";

/** An element, with its attributes as entries so that differences are easy to read. */
interface Tree {
  readonly name: string;
  readonly attributes: [name: string, value: string][];
  readonly children: Tree[];
  text: string;
}

function treeOf(element: XmlElement): Tree {
  return {
    name: element.name,
    attributes: [...element.attributes],
    children: element.children.map(treeOf),
    text: element.text,
  };
}

/** Reads a document with the parser of others. Returns `undefined` if it is not well-formed. */
function readWithSaxes(document: string): Tree | undefined {
  const parser = new SaxesParser();
  const top: Tree = { name: "", attributes: [], children: [], text: "" };
  const open = [top];
  const last = (): Tree => open.at(-1) ?? top;
  const addText = (text: string): void => {
    last().text += text;
  };
  const rejections: unknown[] = [];
  parser.on("error", (error) => rejections.push(error));
  parser.on("doctype", (doctype) => rejections.push(doctype));
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("opentag", ({ name, attributes }) => {
    const element: Tree = { name, attributes: Object.entries(attributes), children: [], text: "" };
    last().children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.write(document).close();
  return rejections.length === 0 ? top.children[0] : undefined;
}

/** Removes the white space that parsers may ignore: around the text of elements with children. */
function trim(tree: Tree): Tree {
  return {
    ...tree,
    text: tree.children.length > 0 ? tree.text.replace(/^[ \t\r\n]+/, "") : tree.text,
    children: tree.children.map(trim),
  };
}

const name = fc.stringMatching(/^[A-Za-z_é日][A-Za-z0-9_.é日-]{0,3}(?::[a-z])?$/);
const text = fc
  .string({
    unit: fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 }),
      fc.constantFrom(
        ...["<", ">", "&", '"', "'", " ", "\t", "\r", "\n", ";", "]", "\x85", "\u2028"],
      ),
    ),
  })
  .filter((value) => !/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(value));
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    name,
    attributes: fc.uniqueArray(fc.tuple(name, text), { selector: ([key]) => key, maxLength: 3 }),
    children: fc.oneof(
      { depthSize: "small" },
      fc.constant<Tree[]>([]),
      fc.array(tie("tree"), { maxLength: 4 }),
    ),
    text,
  }),
}));

function write({ name, attributes, children, text }: Tree): string {
  const tag = [
    name,
    ...attributes.map(([key, value]) => `${key}="${escapeAttribute(value, clientRoot, key)}"`),
  ].join(" ");
  const content = escapeText(text, clientRoot, name) + children.map(write).join("");
  return content === "" ? `<${tag}/>` : `<${tag}>${content}</${name}>`;
}

/** What begins, ends or breaks something in a document. */
const fragments = fc.constantFrom(
  ...[
    "<a>",
    "</a>",
    "<b>",
    "</b>",
    "<a/>",
    "<",
    ">",
    "/",
    "</",
    "/>",
    "<a",
    "<b ",
    "a",
    "é",
    ":",
    "-",
    ".",
  ],
  ...[
    ` c="1"`,
    ` d='2'`,
    ` c = "3"`,
    "=",
    '"',
    "'",
    " ",
    "\n",
    "\r\n",
    "\r",
    "\t",
    "x",
    "1",
    "\u00A0",
    "😹",
  ],
  ...["&lt;", "&amp;", "&#65;", "&#x42;", "&#xD;", "&#0;", "&#xD800;", "&nbsp;", "&", ";", "#"],
  ...["<!--", "-->", "--", "<![CDATA[", "]]>", "]", "<?p", "<?p ", "?>", "<?xml ", "<!", "\uFFFE"],
);

describe("random documents", () => {
  it("are read as the trees that were written", () => {
    fc.assert(
      fc.property(tree, (given) => {
        const blank = (each: Tree): Tree => ({
          ...each,
          text: each.children.length > 0 && /^[ \t\r\n]*$/.test(each.text) ? "" : each.text,
          children: each.children.map(blank),
        });
        expect(treeOf(parseXml(write(given)))).toEqual(blank(given));
      }),
    );
  });

  it("are accepted and rejected as saxes does, and read as the same trees", () => {
    const document = fc.oneof(
      fc.array(fragments, { maxLength: 12 }).map((parts) => parts.join("")),
      fc.array(fragments, { maxLength: 6 }).map((parts) => `<a>${parts.join("")}</a>`),
      fc.array(fragments, { maxLength: 5 }).map((parts) => `<a ${parts.join("")}/>`),
      // A document in which a part is replaced; not half of a surrogate pair, which saxes accepts.
      fc
        .tuple(
          tree.map((given) => Array.from(write(given))),
          fc.array(fragments, { maxLength: 3 }),
          fc.nat(),
          fc.nat({ max: 3 }),
        )
        .map(([valid, parts, position, length]) => {
          const start = position % (valid.length + 1);
          return valid.toSpliced(start, length, ...parts).join("");
        }),
    );
    let accepted = 0;
    fc.assert(
      fc.property(document, (given) => {
        const want = readWithSaxes(given);
        if (want === undefined) {
          expect(() => parseXml(given)).toThrow(XmlError);
        } else {
          accepted++;
          expect(trim(treeOf(parseXml(given)))).toEqual(trim(want));
        }
      }),
      { numRuns: 3000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});
