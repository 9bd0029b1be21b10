import { javascript } from "@codemirror/lang-javascript";
import { json } from "@codemirror/lang-json";
import { StreamLanguage, type StreamParser } from "@codemirror/language";
import type { Extension } from "@codemirror/state";

export const jsonLanguage: Extension = json();
export const typeScript: Extension = javascript({ typescript: true });

const smithyKeywords =
  /^(?:apply|bigDecimal|bigInteger|blob|boolean|byte|document|double|enum|errors|float|for|input|intEnum|integer|list|long|map|metadata|mixin|namespace|operation|operations|output|resource|resources|service|set|short|string|structure|timestamp|union|use|version|with)$/;

const smithyParser: StreamParser<object> = {
  name: "smithy",
  languageData: {
    commentTokens: { line: "//" },
    closeBrackets: { brackets: ["(", "[", "{", '"'] },
  },
  token(stream) {
    if (stream.eatSpace()) return null;
    if (stream.match(/^\/\/.*/)) return "comment";
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return "string";
    if (stream.match(/^@[\w.#]+/) || stream.match(/^\$\w+/)) return "meta";
    if (stream.match(/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/)) return "number";
    if (stream.match(/^(?:true|false|null)\b/)) return "atom";
    const word = stream.match(/^[A-Za-z_][\w]*/);
    if (word === null || word === true || word === false) {
      stream.next();
      return null;
    }
    if (stream.match(/^\s*:(?!=)/, false)) return "propertyName";
    if (smithyKeywords.test(word[0])) return "keyword";
    return /^[A-Z]/.test(word[0]) ? "typeName" : null;
  },
};

export const smithyLanguage: Extension = StreamLanguage.define(smithyParser);

/** HTTP: the first line, headers, and a body that is mostly JSON. */
interface HttpState {
  part: "start" | "headers" | "body";
}

const httpParser: StreamParser<HttpState> = {
  name: "http",
  startState: () => ({ part: "start" }),
  blankLine: (state) => {
    state.part = "body";
  },
  token(stream, state) {
    if (state.part === "start") {
      stream.skipToEnd();
      state.part = "headers";
      return "heading";
    }
    if (state.part === "headers") {
      if (stream.sol() && stream.match(/^[^:\s]+(?=:)/)) return "propertyName";
      stream.skipToEnd();
      return null;
    }
    if (stream.eatSpace()) return null;
    if (stream.match(/^"(?:[^"\\]|\\.)*"(?=\s*:)/)) return "propertyName";
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return "string";
    if (stream.match(/^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/)) return "number";
    if (stream.match(/^(?:true|false|null)\b/)) return "atom";
    stream.next();
    return null;
  },
};

export const httpLanguage: Extension = StreamLanguage.define(httpParser);
