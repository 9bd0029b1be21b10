/*
 * What is not compared: where the convention of our documents differs from that of Smithy's converter by
 * intention, both documents are made equal before they are compared. Each rule has its reason.
 */

type Json = Readonly<Record<string, unknown>>;

interface Rule {
  readonly reason: string;
  readonly apply: (object: Record<string, unknown>, key: string) => void;
}

const rules: readonly Rule[] = [
  {
    reason: "Operations have their name as summary, which tools show beside the path.",
    apply: (object) => {
      if (object["summary"] === object["operationId"]) delete object["summary"];
    },
  },
  {
    reason: "A service whose model does not say where it is has the server / in its document.",
    apply: (object) => {
      if (JSON.stringify(object["servers"]) === '[{"url":"/"}]') delete object["servers"];
    },
  },
  {
    reason: "Errors of restJson1 have the header that names them.",
    apply: (object, key) => {
      if (key === "headers") delete object["X-Amzn-Errortype"];
    },
  },
  {
    reason:
      "Integers have the type integer: Smithy's converter has number unless `useIntegerType` is set.",
    apply: (object) => {
      if (object["type"] !== "integer") return;
      object["type"] = "number";
      if (object["format"] === "int32" || object["format"] === "int64") delete object["format"];
    },
  },
  {
    reason:
      "Numbers that are not finite are texts: Smithy's converter leaves them out unless `supportNonNumericFloats` is set.",
    apply: (object) => {
      const [number, text] = Array.isArray(object["oneOf"]) ? (object["oneOf"] as Json[]) : [];
      if (number?.["type"] !== "number" || !Array.isArray(text?.["enum"])) return;
      delete object["oneOf"];
      Object.assign(object, number);
    },
  },
  {
    reason: "Formats of numbers and of HTTP dates are stated wherever these are.",
    apply: (object) => {
      if (object["type"] === "number" && object["format"] === "double") delete object["format"];
      if (object["format"] === "http-date") delete object["format"];
    },
  },
  {
    reason: "The numbers of timestamps have a description and an example.",
    apply: (object) => {
      if (object["type"] === "number") {
        delete object["example"];
        delete object["examples"];
      }
      if (object["description"] === "In seconds since 1970-01-01T00:00:00Z.")
        delete object["description"];
    },
  },
  {
    reason: "The format of a base64 text is base64 in JSON Schema, and not byte.",
    apply: (object) => {
      if (object["contentEncoding"] === "byte") object["contentEncoding"] = "base64";
    },
  },
  {
    reason: "Bodies of bytes are no base64.",
    apply: (object) => {
      if (object["format"] === "binary") object["format"] = "byte";
    },
  },
  {
    reason:
      "The media type of a text in 3.1 is a fact that some versions of Smithy's converter leave out.",
    apply: (object) => {
      delete object["contentMediaType"];
    },
  },
  {
    reason: "The default of the style and of exploding is not written.",
    apply: (object) => {
      if (object["style"] === "form" && object["in"] === "query") delete object["style"];
      if (object["explode"] === true && object["in"] === "query") delete object["explode"];
    },
  },
  {
    reason: "The description of an error's response is the error's documentation.",
    apply: (object, key) => {
      if (/^[45]\d\d$/.test(key)) delete object["description"];
    },
  },
];

/** Returns a document in the form that is compared, with sorted keys. */
export function normalize(document: Json): Json {
  return visit(document, "") as Json;
}

function visit(value: unknown, key: string): unknown {
  if (Array.isArray(value))
    return sortedList(
      value.map((item) => visit(item, "")),
      key,
    );
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = {};
  for (const [name, item] of Object.entries(value).sort(([left], [right]) =>
    left < right ? -1 : 1,
  ))
    copy[name] = visit(item, name);
  for (const { apply } of rules) apply(copy, key);
  const { headers } = copy;
  if (typeof headers === "object" && headers !== null && Object.keys(headers).length === 0)
    delete copy["headers"];
  return copy;
}

/** The order of parameters and of required members has no meaning. */
function sortedList(list: readonly unknown[], key: string): readonly unknown[] {
  const isUnordered = key === "parameters" || key === "required";
  return isUnordered
    ? [...list].sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1))
    : list;
}
