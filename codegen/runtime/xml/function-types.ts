/* eslint-disable @typescript-eslint/prefer-function-type -- the comment of a signature is what editors show */

/*
 * The types of the generated functions that convert a value to XML and back.
 */

/** Converts a value to the text of an XML element. Absent members are omitted. */
export interface SerializeXml<Value> {
  /**
   * Converts a value to the text of an XML element. Absent members are omitted.
   *
   * @throws SerializationException if a value cannot be serialized; its `path` is a JSON pointer of
   * member names
   */
  (value: Value): string;
}

/** Converts a value to the text of an XML element. Some defaults are only written by servers. */
export interface SerializeXmlBySide<Value> {
  /**
   * Converts a value to the text of an XML element. Absent members are omitted.
   *
   * @param side who writes the value: some defaults are only written by servers. Default: client
   * @throws SerializationException if a value cannot be serialized; its `path` is a JSON pointer of
   * member names
   */
  (value: Value, side?: "client" | "server"): string;
}

/** Converts the text of an XML element to a value. */
export interface DeserializeXml<Value> {
  /**
   * Converts the text of an XML element to a value. The name of the element has no effect. Checks
   * types but not constraints. Unknown elements are ignored, unknown enum values are kept.
   *
   * @throws SerializationException if the text is not XML or a value has the wrong type; its `path`
   * is a JSON pointer of names on the wire
   */
  (xml: unknown): Value;
}
