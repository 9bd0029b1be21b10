import { describe, expect, it } from "vitest";
import { eventsOf } from "./events-of.js";

/* The rules about URIs and hosts. */

const service = (...operations: readonly string[]): string =>
  `service S { operations: [${operations.map((_, index) => `O${index}`).join(", ")}] }
  ${operations.map((text, index) => text.replace("operation", `operation O${index}`)).join("\n")}`;

const get = (uri: string): string => `@readonly @http(method: "GET", uri: "${uri}") operation {}`;

describe("HttpUriConflict", () => {
  it.each([
    ["/a", "/a"],
    ["/a/", "/a"],
    ["/{a}/b", "/{c}/b"],
    ["/{a+}", "/{b+}"],
    ["/a?x=1&y", "/a?y&x=1"],
  ])("finds %s and %s", (one, other) => {
    expect(eventsOf(service(get(one), get(other)), "HttpUriConflict")).toEqual([
      "ERROR a#O0 HttpUriConflict",
      "ERROR a#O1 HttpUriConflict",
    ]);
  });

  it.each([
    ["/a", "/b"],
    ["/a", "/{b}"],
    ["/{a}", "/{b+}"],
    ["/{a}", "/{b}/c"],
    ["/a?x=1", "/a?x=2"],
    ["/a?x", "/a"],
  ])("allows %s and %s, of which one is more specific", (one, other) => {
    expect(eventsOf(service(get(one), get(other)), "HttpUriConflict")).toEqual([]);
  });

  it("allows other methods and other hosts", () => {
    const host = (prefix: string, pattern: string): string =>
      `@endpoint(hostPrefix: "${prefix}.") ${get("/a").replace("{}", `{ input := { @required @hostLabel @pattern("${pattern}") x: String } }`)}`;
    const given = service(
      get("/a"),
      '@http(method: "POST", uri: "/a") operation {}',
      host("{x}", "^b$"),
      host("c", "").replace("@hostLabel", ""),
    );
    expect(eventsOf(given, "HttpUriConflict")).toEqual([]);
  });

  it("finds hosts that a label can become", () => {
    const given = service(
      `@endpoint(hostPrefix: "{x}.") ${get("/a").replace("{}", "{ input := { @required @hostLabel x: String } }")}`,
      `@endpoint(hostPrefix: "c.") ${get("/a")}`,
    );
    expect(eventsOf(given, "HttpUriConflict")).toHaveLength(2);
  });
});

describe("patterns of URIs and hosts", () => {
  it.each([
    "a",
    "/a?",
    "/a#b",
    "/a//b",
    "/a{b}",
    "/{a}/{A}",
    "/{a-b}",
    "/{}",
    "/a?{b}",
    "/a?b&b=1",
  ])("refuses the URI %s", (uri) => {
    expect(eventsOf(service(get(uri)), "Model")).toEqual(["ERROR a#O0 Model"]);
  });

  it.each(["/", "/a/", "/a?b", "/a?b=&c", "/{a}/{b+}"])("accepts the URI %s", (uri) => {
    expect(eventsOf(service(get(uri)), "Model")).toEqual([]);
  });

  it.each(["{a", "a}", "{a}{b}", "{a+}.", "{a}-{a}.", "{}."])("refuses the host %s", (prefix) => {
    const given = service(`@endpoint(hostPrefix: "${prefix}") operation {}`);
    expect(eventsOf(given, "Model")).toEqual(["ERROR a#O0 Model"]);
  });
});

describe("HttpUriGreedyLabel", () => {
  it("finds labels after a greedy one", () => {
    const given = service(get("/{a+}/b/{c}"), get("/{a+}/{b+}"), get("/{a}/{b+}/c"));
    expect(eventsOf(given, "HttpUriGreedyLabel")).toEqual([
      "DANGER a#O0 HttpUriGreedyLabel.GreedyLabelIsNotLastLabel",
      "DANGER a#O1 HttpUriGreedyLabel.GreedyLabelIsNotLastLabel",
      "DANGER a#O1 HttpUriGreedyLabel.MultipleGreedyLabels",
    ]);
  });
});

describe("HttpUriFormat", () => {
  it("finds characters beyond ASCII", () => {
    const given = service(get("/ä"), get("/%C3%A4"));
    expect(eventsOf(given, "HttpUriFormat")).toEqual(["ERROR a#O0 HttpUriFormat"]);
  });
});

describe("HostLabelTrait", () => {
  it("finds members without labels, labels without members, and labels before other text", () => {
    const given = service(
      '@endpoint(hostPrefix: "{a}-x") operation { input := { @required @hostLabel b: String } }',
    );
    expect(eventsOf(given, "HostLabelTrait")).toEqual([
      "DANGER a#O0 HostLabelTrait",
      "ERROR a#O0 HostLabelTrait",
      "ERROR a#O0Input$b HostLabelTrait",
    ]);
  });

  it.each(["-a.", "a_b.", "a..b", `${"a".repeat(64)}.`])("refuses the host %s", (prefix) => {
    const given = service(`@endpoint(hostPrefix: "${prefix}") operation {}`);
    expect(eventsOf(given, "HostLabelTrait")).toEqual(["ERROR a#O0 HostLabelTrait"]);
  });

  it("accepts a host with a label", () => {
    const given = service(
      '@endpoint(hostPrefix: "data.{a}.") operation { input := { @required @hostLabel a: String } }',
    );
    expect(eventsOf(given, "HostLabelTrait")).toEqual([]);
  });
});
