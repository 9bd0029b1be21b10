import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SerializationException } from "../../../codegen/runtime/errors/errors.js";
import {
  readPrefixHeaders,
  splitHeader,
  writeHeaderElement,
} from "../../../codegen/runtime/http/headers.js";
import { parseFloatText } from "../../../codegen/runtime/http/parse-text.js";
import { root } from "../../../codegen/runtime/values/path.js";
import { writeQuery, writeQueryMap } from "../../../codegen/runtime/http/query.js";
import { strict } from "../../../codegen/runtime/values/reader.js";
import { clientRoot } from "../../../codegen/runtime/json/write.js";

describe("lists in headers", () => {
  it("come back as they were, whatever is in them but nothing", () => {
    const element = fc.string({ minLength: 1 }).filter((text) => !/[\0\r\n]/.test(text));
    fc.assert(
      fc.property(fc.array(element), (elements) => {
        const header = elements
          .map((text) => writeHeaderElement(text, clientRoot, "member"))
          .join(", ");
        expect(splitHeader(header)).toEqual(elements);
      }),
    );
  });
});

describe("readPrefixHeaders", () => {
  it("joins headers that differ in case only", () => {
    expect(
      readPrefixHeaders(
        { path: "/", headers: { "X-Foo-A": "1", "x-foo-a": ["2", "3"], other: "4" } },
        "x-foo-",
      ),
    ).toEqual({
      A: "1, 2, 3",
    });
  });
});

describe("numbers as text", () => {
  it.each(["1e400", "-1e400"])("%s is too large to be a float", (text) => {
    expect(() => parseFloatText(text, root(strict), "n")).toThrow(
      expect.objectContaining({ received: "a number that is too large" }),
    );
  });
});

describe("query parameters", () => {
  it.each([5, null, {}])("of %j are refused where text belongs", (value) => {
    expect(() => writeQuery(value as unknown as string, clientRoot, "member")).toThrow(
      SerializationException,
    );
  });

  it("of a map that holds neither text nor lists are refused", () => {
    const map = { a: 5 } as unknown as Record<string, string>;
    expect(() => {
      writeQueryMap({}, map, clientRoot);
    }).toThrow(SerializationException);
  });
});
