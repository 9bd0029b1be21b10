import fc from "fast-check";

/*
 * What services add to documents without a change of their meaning.
 */

/** A start or end tag that another tag follows; not the start of an element without content. */
const betweenTags = /(<\/[^>]*>)(?=<)|(<[^/>][^>]*>)(?=<[^/])/g;

/** Adds white space, comments and elements that no model has to a document. */
export function decorations(): fc.Arbitrary<(xml: string) => string> {
  return fc
    .record({
      declaration: fc.constantFrom(
        "",
        '<?xml version="1.0"?>',
        '<?xml version="1.0" encoding="UTF-8"?>\n',
      ),
      between: fc.array(fc.constantFrom("", "\n  ", "\r\n\t", "<!-- c -->", "<later>1</later>"), {
        minLength: 1,
        maxLength: 5,
      }),
      isCdata: fc.boolean(),
    })
    .map(({ declaration, between, isCdata }) => (xml) => {
      let count = 0;
      const decorated = xml.replace(betweenTags, (tag: string) => {
        return tag + (between[count++ % between.length] ?? "");
      });
      const text = isCdata ? decorated.replace(/>([\w ]+)</g, "><![CDATA[$1]]><") : decorated;
      return declaration + text;
    });
}
