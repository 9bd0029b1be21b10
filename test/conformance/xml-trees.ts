import { SaxesParser } from "saxes";

/** An element of a document, for comparisons. White space around elements does not count. */
export interface XmlTree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlTree[];
}

interface OpenTree {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlTree[];
  text: string;
}

/**
 * Parses a document to a tree. Elements of different names are sorted by name: their order has no
 * meaning, but that of the items of a list does.
 */
export function parseXmlTree(document: string): XmlTree {
  const parser = new SaxesParser();
  const top: OpenTree = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  const last = (): OpenTree => open[open.length - 1] ?? top;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    open.push({ name, attributes: { ...attributes }, children: [], text: "" });
  });
  const addText = (text: string): void => {
    last().text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("closetag", () => {
    const { name, attributes, children, text } = open.pop() ?? top;
    const sorted = [...children].sort((left, right) =>
      left.name < right.name ? -1 : Number(left.name > right.name),
    );
    last().children.push({ name, attributes, content: sorted.length > 0 ? sorted : text });
  });
  parser.write(document).close();
  const [root] = top.children;
  if (root === undefined) throw new Error("the document has no root");
  return root;
}
