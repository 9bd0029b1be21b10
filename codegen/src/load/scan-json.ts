/** Callbacks for the values in a JSON text, in the order of the text. */
export interface JsonVisitor {
  /** Called at the start of a value; `key` is its name or index in the enclosing container, if any. */
  value(key: string | number | undefined, offset: number): void;
  /** Called at the end of the innermost open container. */
  end(): void;
}

/** A syntax error in a JSON text. */
export interface JsonProblem {
  readonly offset: number;
  readonly reason: string;
}

interface Container {
  readonly isArray: boolean;
  index: number;
}

/**
 * Scans a JSON text (RFC 8259). `JSON.parse` is much faster, but does not report the offsets of
 * values. Open containers are kept in an array rather than on the call stack, so depth is unlimited.
 * @returns the first syntax error, or `undefined` if the text is valid
 */
export function scanJson(text: string, visitor: JsonVisitor): JsonProblem | undefined {
  const open: Container[] = [];
  let position = skipSpace(text, 0);
  let key: string | number | undefined;
  for (;;) {
    visitor.value(key, position);
    const character = text[position];
    if (character === "{" || character === "[") {
      open.push({ isArray: character === "[", index: 0 });
      position = skipSpace(text, position + 1);
      const isEmpty = text[position] === (character === "[" ? "]" : "}");
      if (!isEmpty) {
        const next = startMember();
        if (next !== undefined) return next;
        continue;
      }
    } else {
      const end = scanScalar(text, position);
      if (typeof end !== "number") return end;
      position = end;
    }
    // After a value comes a closing bracket, a comma, or the end.
    for (;;) {
      position = skipSpace(text, position);
      const container = open[open.length - 1];
      if (container === undefined) {
        return position === text.length
          ? undefined
          : problem(text, position, "the end of the text");
      }
      const close = container.isArray ? "]" : "}";
      if (text[position] === close) {
        open.pop();
        visitor.end();
        position++;
      } else if (text[position] === ",") {
        position = skipSpace(text, position + 1);
        container.index++;
        const next = startMember();
        if (next !== undefined) return next;
        break;
      } else {
        return problem(text, position, `"," or "${close}"`);
      }
    }
  }

  /** Skips to the value of a member or item, and sets its key. */
  function startMember(): JsonProblem | undefined {
    const container = open[open.length - 1];
    if (container === undefined || container.isArray) {
      key = container?.index;
      return undefined;
    }
    if (text[position] !== '"') return problem(text, position, "a member name in quotes");
    const end = scanString(text, position);
    if (typeof end !== "number") return end;
    key = JSON.parse(text.slice(position, end)) as string;
    position = skipSpace(text, end);
    if (text[position] !== ":") return problem(text, position, '":"');
    position = skipSpace(text, position + 1);
    return undefined;
  }
}

function skipSpace(text: string, start: number): number {
  let position = start;
  for (; position < text.length; position++) {
    const unit = text.charCodeAt(position);
    if (unit !== 0x20 && unit !== 0x0a && unit !== 0x0d && unit !== 0x09) break;
  }
  return position;
}

/** @returns the offset after the scalar */
function scanScalar(text: string, start: number): number | JsonProblem {
  if (text[start] === '"') return scanString(text, start);
  for (const word of ["true", "false", "null"]) {
    if (text.startsWith(word, start)) return start + word.length;
  }
  const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
  number.lastIndex = start;
  return number.test(text) ? number.lastIndex : problem(text, start, "a JSON value");
}

/** @returns the offset after the closing quote */
function scanString(text: string, start: number): number | JsonProblem {
  for (let position = start + 1; position < text.length; position++) {
    const unit = text.charCodeAt(position);
    if (unit === 0x22) return position + 1;
    if (unit < 0x20) return problem(text, position, "an escaped control character");
    if (unit === 0x5c) {
      const isEscape = /["\\/bfnrt]|u[\da-fA-F]{4}/y;
      isEscape.lastIndex = position + 1;
      if (!isEscape.test(text)) return problem(text, position, "a valid escape");
      position = isEscape.lastIndex - 1;
    }
  }
  return problem(text, text.length, "the end of a string");
}

function problem(text: string, offset: number, expected: string): JsonProblem {
  const found = offset >= text.length ? "the end of the text" : "another character";
  return { offset: Math.min(offset, text.length), reason: `expected ${expected}, found ${found}` };
}
