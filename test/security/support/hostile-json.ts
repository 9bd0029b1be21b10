import { bytes, prefixesOf, type Hostile } from "./hostile.js";

/** What is not JSON, or not of the model's types. Each is to be refused. */
export function refusedJson(): readonly Hostile[] {
  const texts: Record<string, string> = {
    "100,000 levels without an end": '{"tree":'.repeat(100_000),
    "100,000 levels of a recursive shape": '{"tree":'.repeat(100_000) + "{}" + "}".repeat(100_000),
    "600 levels of a recursive shape": '{"tree":'.repeat(600) + "{}" + "}".repeat(600),
    "a million opening brackets": "[".repeat(1_000_000),
    "two roots": '{"text":"a"}{"text":"a"}',
    "a trailing comma": '{"text":"a",}',
    "a comment": '{"text":"a"/* */}',
    NaN: '{"number":NaN}',
    "a byte order mark": '\ufeff{"text":"a"}',
    "a raw line end in text": '{"text":"\n"}',
    "only white space": " \n ",
    XML: "<a/>",
    "a page": "<!DOCTYPE html><html><body>Down",
    null: "null",
    "an array": "[1]",
    text: '"a"',
    "a number for text": '{"text":1}',
    "an object for text": '{"text":{}}',
    "text for a number": '{"number":"1"}',
    "a fraction for an integer": '{"number":1.5}',
    "an integer of a million digits": `{"number":${"9".repeat(1_000_000)}}`,
    "an object for a list": '{"numbers":{}}',
    "an array for a map": '{"map":["a"]}',
    "text for a timestamp": '{"when":"tomorrow"}',
    "a timestamp beyond dates": '{"when":1e300}',
    "base64 that is none": '{"data":"*"}',
    "a million signs of base64 padding": `{"data":"${"=".repeat(1_000_000)}"}`,
    "two members of a union": '{"one":{"a":"a","b":1}}',
    "no member of a union": '{"one":{}}',
  };
  return [
    ...Object.entries(texts).map(([name, body]) => ({ name, body })),
    { name: "a byte that UTF-8 has not", body: bytes('{"text":"', [0xff], '"}') },
    { name: "an overlong form", body: bytes('{"text":"', [0xc0, 0x80], '"}') },
    { name: "half of a pair in UTF-8", body: bytes('{"text":"', [0xed, 0xa0, 0x80], '"}') },
    { name: "UTF-16", body: new Uint8Array(Buffer.from('\ufeff{"text":"a"}', "utf16le")) },
    ...prefixesOf(bytes('{"text":"a","numbers":[1,2],"map":{"a":"b"}}')),
  ];
}

/** Bodies that are large or odd, but right: each is to be read. */
export function acceptedJson(): readonly Hostile[] {
  const entries = Array.from({ length: 100_000 }, (_, index) => `"a${index}":1`).join(",");
  const texts: Record<string, string> = {
    "a key twice, of which the last one counts": '{"text":"b","text":"a"}',
    "a member named __proto__": '{"text":"a","__proto__":{"number":1}}',
    "a member named like an inherited property": '{"text":"a","constructor":1}',
    "100,000 unknown members": `{${entries},"text":"a"}`,
    "a million blanks": `{${" ".repeat(1_000_000)}"text":"a"}`,
    "200,000 items": `{"text":"a","numbers":[${"1,".repeat(199_999)}1]}`,
    "a million escapes": `{"text":"a","later":"${"\\u0041".repeat(1_000_000)}"}`,
    "300 levels in an unknown member": `{"text":"a","later":${"[".repeat(300)}${"]".repeat(300)}}`,
  };
  return Object.entries(texts).map(([name, body]) => ({ name, body }));
}
