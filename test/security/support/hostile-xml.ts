import { bytes, prefixesOf, type Hostile } from "./hostile.js";

/** A document of the element that a service expects, with something else inside. */
type Wrap = (content: string) => string;

/** What is not XML, or has what messages must not have. Each is to be refused. */
export function refusedXml(wrap: Wrap): readonly Hostile[] {
  const whole = wrap("<text>a</text><numbers><member>1</member></numbers>");
  const bomb = Array.from({ length: 9 }, (_, level) => {
    return `<!ENTITY e${level + 1} "${`&e${level};`.repeat(10)}">`;
  }).join("");
  const texts: Record<string, string> = {
    "a bomb of entities": `<!DOCTYPE a [<!ENTITY e0 "x">${bomb}]>${wrap("<text>&e9;</text>")}`,
    "an external entity": `<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>${wrap("<text>&e;</text>")}`,
    "an external subset": `<!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd">${whole}`,
    "an empty DOCTYPE": `<!DOCTYPE a>${whole}`,
    "an entity that is not declared": wrap("<text>&nbsp;</text>"),
    "an entity named like an inherited property": wrap("<text>&constructor;</text>"),
    "a reference without an end": wrap("<text>&amp</text>"),
    "a reference to U+0000": wrap("<text>&#0;</text>"),
    "a reference to half of a pair": wrap("<text>&#xD800;</text>"),
    "a reference beyond Unicode": wrap("<text>&#x110000;</text>"),
    "a reference of a million digits": wrap(`<text>&#${"9".repeat(1_000_000)};</text>`),
    "100,000 levels without an end": wrap("<a>".repeat(100_000)),
    "100,000 levels": wrap("<a>".repeat(100_000) + "</a>".repeat(100_000)),
    "100,000 levels of a recursive shape": wrap(
      "<tree>".repeat(100_000) + "</tree>".repeat(100_000),
    ),
    "600 levels of a recursive shape": wrap("<tree>".repeat(600) + "</tree>".repeat(600)),
    "an attribute twice": wrap('<text a="1" a="2">a</text>'),
    "an attribute a hundred thousand times": wrap(`<text${' a="1"'.repeat(100_000)}>a</text>`),
    "an attribute without quotes": wrap("<text a=1>a</text>"),
    "an attribute without a value": wrap("<text a>a</text>"),
    "an attribute without an end": wrap('<text a="1>a</text>'),
    "attributes without space between": wrap('<text a="1"b="2">a</text>'),
    "a tag in an attribute": wrap('<text a="<b>">a</text>'),
    "two roots": `${whole}${whole}`,
    "text after the root": `${whole}text`,
    "text before the root": `text${whole}`,
    "another end tag": wrap("<text>a</txet>"),
    "a longer end tag": wrap("<text>a</texts>"),
    "crossed tags": wrap("<a><b></a></b>"),
    "a comment with two hyphens": wrap("<!-- a -- b -->"),
    "a comment without an end": wrap("<!-- "),
    "a CDATA section without an end": wrap("<![CDATA[ "),
    "a million CDATA sections without an end": wrap("<![CDATA[".repeat(1_000_000)),
    "the end of a CDATA section in text": wrap("<text>]]></text>"),
    "a second declaration": `<?xml version="1.0"?><?xml version="1.0"?>${whole}`,
    "a declaration that is not at the beginning": ` <?xml version="1.0"?>${whole}`,
    "a forbidden character": wrap("<text>\u0001</text>"),
    "a noncharacter": wrap("<text>\uffff</text>"),
    "a name that begins with a digit": wrap("<1>a</1>"),
    "an empty name": wrap("<>a</>"),
    "a million ampersands": wrap(`<text>${"&".repeat(1_000_000)}</text>`),
    "a million opening brackets": wrap("<".repeat(1_000_000)),
    JSON: '{"text":"a"}',
    "a page": "<!DOCTYPE html><html><head><meta charset=utf-8><body><p>Down<br>",
    "only white space": " \n ",
    "only a byte order mark": "\ufeff",
    "only a comment": "<!-- a -->",
  };
  return [
    ...Object.entries(texts).map(([name, text]) => ({ name, body: text })),
    { name: "a byte that UTF-8 has not", body: bytes(wrap("<text>"), [0xff], "a") },
    { name: "an overlong form", body: bytes(wrap("<text>"), [0xc0, 0x80]) },
    { name: "half of a pair in UTF-8", body: bytes("<a>", [0xed, 0xa0, 0x80], "</a>") },
    { name: "UTF-16", body: new Uint8Array(Buffer.from(`\ufeff${whole}`, "utf16le")) },
    ...prefixesOf(new TextEncoder().encode(whole)),
  ];
}

/** Documents of types that the model does not have: each is to be refused. */
export function mistypedXml(wrap: Wrap): readonly Hostile[] {
  const contents: Record<string, string> = {
    "elements in text": "<text><b>a</b></text>",
    "no number": "<number>1x</number>",
    "a number of hexadecimal digits": "<number>0x10</number>",
    "an empty number": "<number></number>",
    "a million digits": `<number>${"9".repeat(1_000_000)}</number>`,
    "an integer beyond its type": "<number>2147483648</number>",
    "a date that is none": "<when>2026-02-30T00:00:00Z</when>",
    "a year of a million digits": `<when>${"9".repeat(1_000_000)}-01-01T00:00:00Z</when>`,
    "base64 that is none": "<data>*</data>",
    "a million signs of base64 padding": `<data>${"=".repeat(1_000_000)}</data>`,
    "an entry without a key": "<map><entry><value>a</value></entry></map>",
    "an entry without a value": "<map><entry><key>a</key></entry></map>",
    "two members of a union": "<one><a>a</a><b>1</b></one>",
    "no member of a union": "<one></one>",
  };
  return Object.entries(contents).map(([name, content]) => ({ name, body: wrap(content) }));
}

/** Documents that are large or odd, but right: each is to be read. */
export function acceptedXml(wrap: Wrap): readonly Hostile[] {
  const numbered = (count: number, write: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => write(index)).join("");
  const contents: Record<string, string> = {
    "100,000 attributes": `<text${numbered(100_000, (index) => ` a${index}="1"`)}>a</text>`,
    "200,000 unknown elements of one name": `<text>a</text>${"<later/>".repeat(200_000)}`,
    "200,000 unknown elements": `<text>a</text>${numbered(200_000, (index) => `<a${index}/>`)}`,
    "200,000 comments": `<text>a${"<!-- c -->".repeat(200_000)}</text>`,
    "200,000 CDATA sections": `<text>a${"<![CDATA[]]>".repeat(200_000)}</text>`,
    "200,000 references": `<text>a</text><other>${"&#65;".repeat(200_000)}</other>`,
    "a million blanks in a tag": `<text${" ".repeat(1_000_000)}>a</text>`,
    "a million blanks between tags": `${" ".repeat(1_000_000)}<text>a</text>`,
    "a name of a million characters": `<text>a</text><${"a".repeat(1_000_000)}/>`,
    "a million brackets": `<text>a</text><other>${"]".repeat(1_000_000)}</other>`,
    "200,000 items": `<text>a</text><numbers>${"<member>1</member>".repeat(200_000)}</numbers>`,
    "a member named like an inherited property": "<constructor>b</constructor><text>a</text>",
    "text in pieces": "<text><![CDATA[]]>&#97;<!-- b --></text>",
  };
  return Object.entries(contents).map(([name, content]) => ({ name, body: wrap(content) }));
}
