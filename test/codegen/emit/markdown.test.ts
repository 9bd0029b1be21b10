import { describe, expect, it } from "vitest";
import { toMarkdown } from "../../../codegen/src/emit/code/markdown.js";

describe("documentation in HTML becomes Markdown", () => {
  it.each<[string, string, string]>([
    ["text without a tag stays", "1 < 2 && *a*  `b`\n\n- c &lt;", "1 < 2 && *a*  `b`\n\n- c &lt;"],
    ["paragraphs", "<p>One.</p>\n   <p>Two\n  lines.</p>", "One.\n\nTwo lines."],
    [
      "spans",
      "<b>a</b> <i>b</i> <code>c</code> <strong>d</strong><em>e</em>",
      "**a** *b* `c` **d***e*",
    ],
    ["white space at the end of a span", "<b>a </b>b", "**a** b"],
    ["a span without text", "a<b></b>b <code> </code>c", "ab c"],
    ["spans within each other", "<b>a <i></i>b</b> <b><b></b></b>c", "**a b** c"],
    [
      "a list",
      "<p>See:</p> <ul> <li> <p>one</p> </li> <li> two <b>2</b></li> </ul> <p>End.</p>",
      "See:\n- one\n- two **2**\n\nEnd.",
    ],
    ["a numbered list", "<ol><li>one</li><li>two</li></ol>", "1. one\n2. two"],
    ["a list in a list", "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"],
    ["a link", 'See <a href="https://a.b/c?d=e">there</a>.', "See [there](https://a.b/c?d=e)."],
    ["a link without text", '<a href="https://a.b/c"></a>', "<https://a.b/c>"],
    ["a link to nowhere", "<a>there</a> <a href=''>or here</a>", "there or here"],
    [
      "a link that would run",
      "<a href=\"javascript:alert(1)\">x</a> <a href='https://a)b('>y</a>",
      "x y",
    ],
    ["a heading", "<h2>One</h2>Two", "## One\n\nTwo"],
    [
      "preformatted text",
      "<p>So:</p><pre>{\n  a: 1\n}</pre>End.",
      "So:\n\n```\n{\n  a: 1\n}\n```\n\nEnd.",
    ],
    [
      "terms",
      "<dl><dt>One</dt><dd>1</dd><dt>Two</dt><dd><p>2</p></dd></dl>",
      "**One**\n\n1\n\n**Two**\n\n2",
    ],
    [
      "a table",
      "<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td><p>2 <b>x</b></p></td></tr></tbody></table>End.",
      "|A |B |\n| --- | --- |\n|1 |2 **x** |\n\nEnd.",
    ],
    ["a line break", "a<br/>b<br>c", "a\nb\nc"],
    ["entities", "<p>a &lt;b&gt; &amp; &quot;c&quot; &#39; &eacute;</p>", 'a <b> & "c" \' é'],
    ["stray and unknown tags", "</p>a<blink>b</note></div><foo/>c<p>d", "abc\n\nd"],
    ["tags that are not closed", "<ul><li>a<li><b>b", "- a\n- **b**"],
    ["a tag that is cut short", "<p>a</p><", "a\n\n<"],
    ["a comment", "a<!-- b -->c", "ac"],
    ["attributes", '<p class="x" onclick="y">a</p>', "a"],
    ["nothing", "<p> </p>", ""],
  ])("%s", (_, given, want) => {
    expect(toMarkdown(given)).toBe(want);
  });

  it.each([
    "<b>a</b> ",
    "<ul><li>x",
    "<a href='https://x.y'>t</a>",
    "<table><tr><td>1",
    "<p>",
    "<pre>",
    "<dt>",
    " ",
    "<",
  ])("also where it is long: %s", (unit) => {
    // Time quadratic in the length would show here as the test's time limit.
    const text = unit.repeat(100_000 / unit.length);
    expect(toMarkdown(text).length).toBeLessThan(1_000_000);
    expect(toMarkdown(text.repeat(100))).toBe(text.repeat(100));
  });
});
