import { describe, expect, it } from "vitest";
import { member, model, operation, structure, type Json } from "../support/models.js";
import { linesOf } from "./lines.js";

/** A model with a timestamp in a protocol. */
function modelOf(protocol: string, traits: Json): Json {
  return model(
    {
      Do: operation("/do", { input: "In" }),
      In: structure({ at: member("Timestamp", traits) }),
    },
    { traits: { [protocol]: {} } },
  );
}

/** The lines for a timestamp that had no format, and has one now. */
function linesWith(protocol: string, timestampFormat: string, traits: Json = {}): string[] {
  return linesOf(modelOf(protocol, traits), modelOf(protocol, { ...traits, timestampFormat }));
}

function changed(from: string, to: string): string[] {
  return [
    `breaking test#In$at (input): timestamp format changed from ${from} to ${to}. Requests of old clients are misread.`,
  ];
}

/* Smithy 2.0, the section "timestampFormat" of each protocol. */
describe("a timestamp without a format has the default of its protocol", () => {
  it.each([
    ["aws.protocols#restJson1", "epoch-seconds"],
    ["aws.protocols#awsJson1_0", "epoch-seconds"],
    ["aws.protocols#awsJson1_1", "epoch-seconds"],
    ["aws.protocols#restXml", "date-time"],
    ["aws.protocols#awsQuery", "date-time"],
    ["aws.protocols#ec2Query", "date-time"],
  ])("in bodies of %s: %s", (protocol, format) => {
    expect(linesWith(protocol, format)).toEqual([]);
    expect(linesWith(protocol, "http-date")).toEqual(changed(format, "http-date"));
  });

  it.each(["aws.protocols#restJson1", "aws.protocols#restXml"])(
    "in HTTP bindings of %s: http-date in headers, date-time in queries",
    (protocol) => {
      const [header, query] = [{ httpHeader: "x-at" }, { httpQuery: "at" }];
      expect(linesWith(protocol, "http-date", header)).toEqual([]);
      expect(linesWith(protocol, "date-time", query)).toEqual([]);
      const line = changed("http-date", "epoch-seconds");
      expect(linesWith(protocol, "epoch-seconds", header)).toEqual(line);
    },
  );

  it.each(["smithy.protocols#rpcv2Cbor", "smithy.protocols#rpcv2Json"])(
    "in %s, which has no other",
    (protocol) => {
      expect(linesWith(protocol, "http-date")).toEqual([]);
    },
  );
});
