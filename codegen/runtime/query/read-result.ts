import type { ReadPlace } from "../values/reader.js";
import type { XmlElement } from "../xml/parse-xml.js";
import { emptyElement, readXml } from "../xml/read-elements.js";

/**
 * Parses the body of a response (AWS Query protocol, "Response serialization").
 * @param name the name of the element in the root that has the members of the output
 */
export function readQueryResult(body: unknown, here: ReadPlace, name: string): XmlElement {
  const { children } = readXml(body, here);
  return children.find((child) => child.name === name) ?? emptyElement;
}
