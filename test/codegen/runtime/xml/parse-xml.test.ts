import { describe, expect, it } from "vitest";
import { maxDepth } from "../../../../codegen/runtime/values/path.js";
import { parseXml, type XmlElement } from "../../../../codegen/runtime/xml/parse-xml.js";
import { XmlError } from "../../../../codegen/runtime/xml/xml-error.js";

/** An element as a short list: its name, attributes if any, text if any, and children. */
type Sketch = readonly [name: string, ...rest: (Record<string, string> | string | Sketch)[]];

function sketch(element: XmlElement): Sketch {
  return [
    element.name,
    ...(element.attributes.size > 0 ? [Object.fromEntries(element.attributes)] : []),
    ...(element.text === "" ? [] : [element.text]),
    ...element.children.map(sketch),
  ];
}

function errorOf(text: string): string {
  try {
    parseXml(text);
  } catch (error) {
    if (error instanceof XmlError) return error.received;
    throw error;
  }
  return "no error";
}

describe("parseXml", () => {
  it.each<[given: string, want: Sketch]>([
    ["<a/>", ["a"]],
    ["<a />", ["a"]],
    ["<a></a >", ["a"]],
    ["<a><b>1</b><c/><b>2</b></a>", ["a", ["b", "1"], ["c"], ["b", "2"]]],
    ["<s3:a><b.c-d_1/></s3:a>", ["s3:a", ["b.c-d_1"]]],
    ["<élan><日本/><\u{10000}/></élan>", ["élan", ["日本"], ["\u{10000}"]]],
    ["<__proto__><constructor/></__proto__>", ["__proto__", ["constructor"]]],
  ])("reads the elements of %s", (given, want) => {
    expect(sketch(parseXml(given))).toEqual(want);
  });

  it.each<[given: string, want: Sketch]>([
    ["<a>x &lt;&gt;&amp;&quot;&apos; y</a>", ["a", "x <>&\"' y"]],
    ["<a>&#65;&#x42;&#x0043;&#x1F639;&#9;</a>", ["a", "ABC😹\t"]],
    ["<a>&amp;lt;&#38;amp;</a>", ["a", "&lt;&amp;"]],
    ["<a>&#xD;&#10;</a>", ["a", "\r\n"]],
    ["<a>1\r\n2\r3\n4\r\r\n5</a>", ["a", "1\n2\n3\n4\n\n5"]],
    ["<a><![CDATA[<b>&amp;\r\n]] >]]></a>", ["a", "<b>&amp;\n]] >"]],
    ["<a>1<![CDATA[2]]>3<!-- 4 -->5<?six?>7</a>", ["a", "12357"]],
    ["<a><![CDATA[]]></a>", ["a"]],
    ["<a>]]</a>", ["a", "]]"]],
    ["<a>></a>", ["a", ">"]],
  ])("reads the text of %j", (given, want) => {
    expect(sketch(parseXml(given))).toEqual(want);
  });

  it.each<[given: string, want: Sketch]>([
    ["<a> \n\t</a>", ["a", " \n\t"]],
    ["<a> <!-- --> </a>", ["a", "  "]],
    ["<a>\u00A0</a>", ["a", "\u00A0"]],
    ["<a>\n <b> </b>\n <c/>\n</a>", ["a", ["b", " "], ["c"]]],
    ["<a>\n <!-- -->\n <b/>\n</a>", ["a", ["b"]]],
    ["<a>&#xD;&#xA;<b/></a>", ["a", ["b"]]],
    ["<a>\n <![CDATA[x]]>\n <b/>\n</a>", ["a", "\n x\n \n", ["b"]]],
    ["<a>\u00A0<b/></a>", ["a", "\u00A0", ["b"]]],
    ["<a>1<b/> <c/>2</a>", ["a", "1 2", ["b"], ["c"]]],
  ])("keeps white space where it can be a value: %j", (given, want) => {
    expect(sketch(parseXml(given))).toEqual(want);
  });

  it.each<[given: string, want: Record<string, string>]>([
    [`<a b="1" c='2'/>`, { b: "1", c: "2" }],
    [`<a b = "1"\n\tc\r\n=\r\n'2' ></a>`, { b: "1", c: "2" }],
    [
      `<a xsi:type="CanonicalUser" xmlns:xsi="u"/>`,
      { "xsi:type": "CanonicalUser", "xmlns:xsi": "u" },
    ],
    [`<a b="'>/" c='"'/>`, { b: "'>/", c: '"' }],
    [`<a b="&lt;&amp;amp;&#x9;&#10;&quot;"/>`, { b: '<&amp;\t\n"' }],
    [`<a b=" 1\t2\n3\r\n4 "/>`, { b: " 1 2 3 4 " }],
    [`<a b="]]>"/>`, { b: "]]>" }],
    [`<a b=""/>`, { b: "" }],
  ])("reads the attributes of %j", (given, want) => {
    expect(Object.fromEntries(parseXml(given).attributes)).toEqual(want);
  });

  it("finds only attributes that the document has", () => {
    const { attributes } = parseXml(`<a __proto__="1" b="2"/>`);
    expect([...attributes.keys()]).toEqual(["__proto__", "b"]);
    expect(attributes.get("__proto__")).toBe("1");
    expect(attributes.get("constructor")).toBeUndefined();
    expect(parseXml("<a/>").attributes.get("toString")).toBeUndefined();
  });

  it.each([
    `<?xml version="1.0"?><a/>`,
    `<?xml version = "1.0" encoding = "UTF-8"?>\n<a/>`,
    `<?xml version='1.1' encoding='utf-8' standalone='yes' ?><a/>`,
    `\uFEFF<?xml version="1.0" standalone="no"?><a/>`,
    "\uFEFF<a/>",
    " \r\n\t<a/>\n ",
    "<!-- 1 --><?xml-stylesheet href='x'?><!----><a/><!-- - --><?b?>",
    "<?b ?c>?><a/>",
  ])("skips what is around the root element: %j", (given) => {
    expect(sketch(parseXml(given))).toEqual(["a"]);
  });
});

describe("parseXml rejects", () => {
  it.each<[given: string, want: string]>([
    ["", "the end of the document at line 1, column 1"],
    [" \n ", "the end of the document at line 2, column 2"],
    ["<!-- -->", "the end of the document at line 1, column 9"],
    ["<a><b></b>", "the end of the document at line 1, column 11"],
    ["<a>text", "the end of the document at line 1, column 8"],
    ["<a/><b/>", "several root elements at line 1, column 9"],
    ["text<a/>", "text outside of the root element at line 1, column 1"],
    ["<a/>&#32;", "text outside of the root element at line 1, column 5"],
    [" \uFEFF<a/>", "text outside of the root element at line 1, column 1"],
    [`{"a":1}`, "text outside of the root element at line 1, column 1"],
    ["<a/><![CDATA[]]>", "a DOCTYPE or another declaration at line 1, column 5"],
    ["<!DOCTYPE html><html></html>", "a DOCTYPE or another declaration at line 1, column 1"],
    ["<a><!ENTITY b 'c'></a>", "a DOCTYPE or another declaration at line 1, column 4"],
    ["<a>\r\n <b>\r\n</a>", "an end tag that does not match its start tag at line 3, column 1"],
    ["<a></ab>", "an end tag that does not match its start tag at line 1, column 4"],
    ["<ab></a>", "an end tag that does not match its start tag at line 1, column 5"],
    ["<a></a b='1'>", "an end tag that does not match its start tag at line 1, column 4"],
    ["<a></ a>", "an end tag that does not match its start tag at line 1, column 4"],
    ["<a></a", "an end tag that does not match its start tag at line 1, column 4"],
    ["<a/></a>", "an end tag without a start tag at line 1, column 5"],
    ["</>", "an end tag without a start tag at line 1, column 1"],
    ["<", "a tag without a name at line 1, column 1"],
    ["< a/>", "a tag without a name at line 1, column 1"],
    ["<1a/>", "a tag without a name at line 1, column 1"],
    ["<-a/>", "a tag without a name at line 1, column 1"],
    ["<\u0301a/>", "a tag without a name at line 1, column 1"],
    ["<a>1 < 2</a>", "a tag without a name at line 1, column 6"],
    ["<a", "a malformed tag at line 1, column 3"],
    ["<a<b/>", "a malformed tag at line 1, column 3"],
    ["<a×/>", "a malformed tag at line 1, column 3"],
    ["<a / >", "a malformed tag at line 1, column 5"],
    ["<a //>", "a malformed tag at line 1, column 5"],
    [`<a b="1"c="2"/>`, "a malformed tag at line 1, column 9"],
    [`<a "1"/>`, "a malformed tag at line 1, column 4"],
    ["<a b/>", "an attribute without a value in quotes at line 1, column 5"],
    ["<a b=1/>", "an attribute without a value in quotes at line 1, column 5"],
    ["<a b=", "an attribute without a value in quotes at line 1, column 5"],
    [`<a b"1"/>`, "an attribute without a value in quotes at line 1, column 5"],
    [`<a b="1/>`, "an attribute without an end at line 1, column 5"],
    [`<a b="<"/>`, "an attribute without an end at line 1, column 5"],
    [`<a b="1" c="" b='2'/>`, "an attribute that the tag already has at line 1, column 15"],
    ["<a>&</a>", "a reference that is not predefined at line 1, column 4"],
    ["<a>&amp</a>", "a reference that is not predefined at line 1, column 4"],
    ["<a>&lt &gt;</a>", "a reference that is not predefined at line 1, column 4"],
    ["<a>&nbsp;</a>", "a reference that is not predefined at line 1, column 4"],
    ["<a>&toString;</a>", "a reference that is not predefined at line 1, column 4"],
    ["<a>&AMP;</a>", "a reference that is not predefined at line 1, column 4"],
    ["<a b='&c;'/>", "a reference that is not predefined at line 1, column 5"],
    ...["#", "#x", "#X41", "#-1", "#1.0", "#1e1", "#x 41", "#0x41", ""].map(
      (name): [string, string] => [
        `<a>&${name};</a>`,
        "a reference that is not predefined at line 1, column 4",
      ],
    ),
    ...[
      "#0",
      "#x0B",
      "#xD800",
      "#xDFFF",
      "#xFFFE",
      "#65535",
      "#x110000",
      "#1".padEnd(500, "1"),
    ].map((name): [string, string] => [
      `<a b="&${name};"/>`,
      "a reference that is not predefined at line 1, column 5",
    ]),
    ...["\0", "\x08", "\x0B", "\x1F", "\uD800", "\uDFFF", "\uDC00\uD800", "\uFFFE", "\uFFFF"].map(
      (character): [string, string] => [
        `<a>😹<!--${character}--></a>`,
        `a character that XML forbids at line 1, column 10`,
      ],
    ),
    ["<a>]]></a>", "the end of a CDATA section in text at line 1, column 4"],
    ["<a><![CDATA[b]]</a>", "a CDATA section without an end at line 1, column 4"],
    ["<a><![cdata[b]]></a>", "a DOCTYPE or another declaration at line 1, column 4"],
    ["<a><!-- -- --></a>", "a malformed comment at line 1, column 4"],
    ["<a><!-- ---></a>", "a malformed comment at line 1, column 4"],
    ["<a><!-- </a>", "a malformed comment at line 1, column 4"],
    ["<a><!--></a>", "a malformed comment at line 1, column 4"],
    ...[
      "<? b?>",
      "<?b",
      "<?b/c?>",
      "<?XML ?>",
      "<?xml?>",
      ` <?xml version="1.0"?>`,
      `<?xml version="2.0"?>`,
      `<?xml version="1.0'?>`,
      `<?xml encoding="UTF-8"?>`,
      `<?xml version="1.0"encoding="UTF-8"?>`,
      `<?xml version="1.0" standalone="true"?>`,
    ].map((given): [string, string] => [
      `${given}<a/>`,
      `a malformed processing instruction or XML declaration at line 1, column ${given.indexOf("<") + 1}`,
    ]),
  ])("%j", (given, want) => {
    expect(errorOf(given)).toBe(want);
  });

  it("with a message that does not quote the document", () => {
    expect(() => parseXml("<secret>secret &secret; </secret>")).toThrow(
      new XmlError("a reference that is not predefined at line 1, column 9"),
    );
    expect(new XmlError("nothing").message).toBe("Expected XML text, received nothing.");
  });
});

describe("the size of a document", () => {
  const levels = 2 * maxDepth;
  const nested = (depth: number): string => "<a>".repeat(depth) + "</a>".repeat(depth);

  it("does not matter for levels up to the limit", () => {
    let depth = 0;
    for (let element: XmlElement | undefined = parseXml(nested(levels)); element !== undefined;) {
      depth++;
      element = element.children[0];
    }
    expect(depth).toBe(levels);
  });

  it.each([
    ["one level more", nested(levels + 1), levels * 3 + 1],
    ["one empty element more", `${"<a>".repeat(levels)}<b/>`, levels * 3 + 1],
    ["100,000 levels", nested(100_000), levels * 3 + 1],
    ["100,000 levels without end tags", "<a>".repeat(100_000), levels * 3 + 1],
  ])("is limited in levels: %s", (_, given, column) => {
    expect(errorOf(given)).toBe(
      `more than ${levels} levels of elements at line 1, column ${column}`,
    );
  });

  // Each takes milliseconds in linear time and minutes in quadratic time, which the test limit ends.
  const many = 1_000_000;
  it.each<[name: string, given: string, want: string]>([
    ["an attribute of 10 MB", `<a b="${"x".repeat(10 * many)}"/>`, "no error"],
    ["a text of 10 MB", `<a>${"x".repeat(10 * many)}</a>`, "no error"],
    ["a name of 10 MB", `<${"x".repeat(10 * many)}/>`, "no error"],
    ["a name of 10 MB not in ASCII", `<${"é".repeat(10 * many)}/>`, "no error"],
    ["references", `<a>${"&lt;".repeat(many)}</a>`, "no error"],
    ["ampersands", `<a>${"&".repeat(many)};</a>`, "a reference that is"],
    ["a reference of many digits", `<a>&#${"0".repeat(many)}65;</a>`, "no error"],
    ["a reference without an end", `<a>&#${"1".repeat(many)}</a>`, "a reference that is"],
    ["comments in text", `<a>${"x<!---->".repeat(many)}</a>`, "no error"],
    ["a comment of hyphens", `<a><!${"-".repeat(many)}></a>`, "a malformed comment"],
    ["CDATA sections", `<a>${"<![CDATA[x]]>".repeat(many)}</a>`, "no error"],
    ["CDATA sections without an end", `<a>${"<![CDATA[".repeat(many)}</a>`, "a CDATA section"],
    ["instructions without an end", `<a>${"<?b ".repeat(many)}</a>`, "a malformed processing"],
    ["children", `<a>${"<b/>".repeat(many)}</a>`, "no error"],
    ["children between text", `<a>${"x<b/>".repeat(many)}</a>`, "no error"],
    ["children between white space", `<a>${" <b/>".repeat(many)}</a>`, "no error"],
    ["roots", "<a/>".repeat(many), "several root"],
    ["white space in a tag", `<a${" ".repeat(many)}b${" ".repeat(many)}/>`, "an attribute without"],
    ["white space in an end tag", `<a></a${"\n".repeat(many)}`, "an end tag that"],
    ["white space in a declaration", `<?xml version="1.0"${" ".repeat(many)}`, "a malformed proc"],
    ["brackets", `<a>${"]".repeat(many)}</a>`, "no error"],
    ["carriage returns", `<a>${"\r".repeat(many)}</a>`, "no error"],
    ["lone surrogates after pairs", `<a>${"😹".repeat(many)}\uD800</a>`, "a character that XML"],
    [
      "attributes",
      `<a${Array.from({ length: 100_000 }, (_, index) => ` b${index}=""`).join("")}/>`,
      "no error",
    ],
  ])("takes linear time: %s", (_, given, want) => {
    expect(errorOf(given).startsWith(want)).toBe(true);
  });
});
