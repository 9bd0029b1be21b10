import { loadSdkCbor, loadSdkXml } from "../peers/sdk-protocols.js";
import { importPeer } from "../setup/peer.js";

/** A library that parses and prints a format, and knows nothing of shapes. */
export interface BareFormat {
  readonly name: string;
  readonly decode?: (bytes: Uint8Array) => unknown;
  /** Returns what prints the value of a body. The value exists already. */
  readonly encoderOf?: (body: Uint8Array) => () => unknown;
}

const utf8 = new TextDecoder();

const jsonFormat: BareFormat = {
  name: "`JSON`",
  decode: (bytes) => JSON.parse(utf8.decode(bytes)) as unknown,
  encoderOf: (body) => {
    const value: unknown = JSON.parse(utf8.decode(body));
    return () => JSON.stringify(value);
  },
};

interface Cborg {
  readonly decode: (bytes: Uint8Array, options: object) => unknown;
  readonly encode: (value: unknown) => Uint8Array;
  readonly Tagged: { preserve(...tags: readonly number[]): object };
}

interface FastXmlParser {
  readonly XMLParser: new (options: object) => { parse(text: string): unknown };
  readonly XMLBuilder: new (options: object) => { build(value: unknown): string };
}

/** Loads what the bodies of a format are compared with. */
export async function bareFormats(format: "cbor" | "form" | "json" | "xml"): Promise<BareFormat[]> {
  if (format === "json") return [jsonFormat];
  if (format === "cbor") return [await cborg(), sdkCbor()];
  return [...(await xmlFormats()), ...(format === "form" ? [form] : [])];
}

async function cborg(): Promise<BareFormat> {
  const { decode, encode, Tagged } = (await importPeer("cborg")) as Cborg;
  const options = { tags: Tagged.preserve(1) };
  return {
    name: "cborg",
    decode: (bytes) => decode(bytes, options),
    encoderOf: (body) => {
      const value = decode(body, options);
      return () => encode(value);
    },
  };
}

function sdkCbor(): BareFormat {
  const cbor = loadSdkCbor();
  return {
    name: "`@smithy/core/cbor`",
    decode: (bytes) => cbor.deserialize(bytes),
    encoderOf: (body) => {
      const value = cbor.deserialize(body);
      return () => cbor.serialize(value);
    },
  };
}

async function xmlFormats(): Promise<BareFormat[]> {
  const { XMLParser, XMLBuilder } = (await importPeer("fast-xml-parser")) as FastXmlParser;
  // As the SDK used it: text stays text.
  const options = { ignoreAttributes: false, parseTagValue: false, trimValues: false };
  const parser = new XMLParser(options);
  const builder = new XMLBuilder(options);
  const { parseXML } = loadSdkXml();
  return [
    {
      name: "fast-xml-parser",
      decode: (bytes) => parser.parse(utf8.decode(bytes)),
      encoderOf: (body) => {
        const value = parser.parse(utf8.decode(body));
        return () => builder.build(value);
      },
    },
    { name: "`@aws-sdk/xml-builder`", decode: (bytes) => parseXML(utf8.decode(bytes)) },
  ];
}

const form: BareFormat = {
  name: "`URLSearchParams`",
  encoderOf: (body) => {
    const pairs = [...new URLSearchParams(utf8.decode(body))];
    return () => new URLSearchParams(pairs).toString();
  },
};
