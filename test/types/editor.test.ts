import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { repository } from "../codegen/support/generated.js";
import { createLanguageService } from "../support/language-service.js";

const path = join(repository, "test/.generated/editor.ts");
const text = `import { ApiGatewayV2, createClient } from "../../generated/src/client.js";
import { GetIntegrationResponse } from "../../generated/src/index.js";
import { CreateApi, GetApi, GetApis, NotFoundException, deserializeApi } from "../../generated/src/index.js";
declare const output: GetApi.Output;
export const protocol = output.ProtocolType;
export const api = deserializeApi({});
export const items = GetApis.deserializeResponse({ statusCode: 200 }).Items;
export const cors = output.CorsConfiguration;
export const isHttp = output.ProtocolType === "";
export const input = CreateApi.deserializeRequest({ method: "POST", path: "/v2/apis" });
export const request = CreateApi.serializeRequest({ Name: "a", ProtocolType: "" });
export const name = api.Name;
export const raw = CreateApi.deserializeRequest({ method: "POST", path: "/v2/apis" }, { validate: false });
export const gone = NotFoundException;
const client = new ApiGatewayV2();
export const called = client.getIntegrationResponse({ ApiId: "a1", IntegrationId: "i1", });
export const some = createClient({ GetIntegrationResponse }).getIntegrationResponse;
export const result = await client.getIntegrationResponse.safe({ ApiId: "a1", IntegrationId: "i1", IntegrationResponseId: "r1" });
if (!result.ok) switch (result.error.name) {
  case "": break;
}
export const pages = client.getApis.items;
`;

const service = createLanguageService(repository, path, text);

describe("an editor", () => {
  it.each([
    ["api", "const api: Api<Received>"],
    ["items", "const items: Api<Received>[] | undefined"],
    ["protocol", "const protocol: ProtocolType | (string & {}) | undefined"],
    ["name", "const name: string | undefined"],
    ["raw", "const raw: CreateApiRequest<Received>"],
    // What has no enum has no other form.
    ["cors", "const cors: Cors | undefined"],
  ])("shows the type of %s", (name, shown) => {
    expect(hover(`const ${name} =`, "const ".length).type).toBe(shown);
  });

  it("shows the documentation of a member, also of what was received", () => {
    expect(hover("output.ProtocolType", "output.".length).text).toContain(
      "The protocol of the API.",
    );
    expect(hover("api.Name", "api.".length).text).toContain("Required, but a service may omit it.");
  });

  it("suggests the known values, in inputs and where others are possible too", () => {
    expect(suggestions('output.ProtocolType === "')).toEqual(["HTTP", "WEBSOCKET"]);
    expect(suggestions('ProtocolType: "')).toEqual(["HTTP", "WEBSOCKET"]);
  });

  it("shows the documentation of a function where it is called, which its type has once for all", () => {
    const shown = hover("request = CreateApi.serializeRequest", "request = CreateApi.".length);
    expect(shown.text).toBe(
      "Serializes a request of the operation. The caller signs and sends it.",
    );
    expect(shown.tags).toEqual(["throws"]);
    expect(hover("api = deserializeApi", "api = ".length).text).toContain(
      "Checks types but not constraints.",
    );
  });

  it("shows the status of an error once", () => {
    const shown = hover("gone = NotFoundException", "gone = ".length).text;
    expect(shown.match(/404/g)).toHaveLength(1);
  });
});

describe("an editor, of a client", () => {
  const { operations } = JSON.parse(
    readFileSync(join(repository, "model/documentation.json"), "utf8"),
  ) as { readonly operations: Readonly<Record<string, string>> };
  const documentation = operations["GetIntegrationResponse"] ?? "none";

  it.each(["called = client.", "some = createClient({ GetIntegrationResponse })."])(
    "shows the documentation of a method, its request, its errors and a link to its input: %s",
    (before) => {
      const shown = hover(before, before.length);
      expect(shown.text).toContain(documentation);
      expect(shown.text).toContain(
        "`GET /v2/apis/{ApiId}/integrations/{IntegrationId}/integrationresponses/{IntegrationResponseId}`",
      );
      expect(shown.text).toContain(
        "Errors: `NotFoundException`, `TooManyRequestsException`, `ApiGatewayV2ServiceException`",
      );
      expect(shown.links).toEqual(["generated/src/operations/GetIntegrationResponse.ts"]);
      expect(shown.type).toContain("GetIntegrationResponse.Output");
    },
  );

  it("suggests the members of an input", () => {
    expect(members('IntegrationId: "i1", ')).toEqual(["IntegrationResponseId"]);
  });

  it("suggests the names of the errors in a switch", () => {
    expect(suggestions('case "')?.sort()).toEqual(
      [
        ...["AbortError", "ConfigurationError", "ConnectionError", "NotFoundException"],
        ...["SerializationException", "TimeoutError", "TooManyRequestsException"],
        "ValidationException",
      ].sort(),
    );
  });

  it("suggests the forms of a method", () => {
    expect(members("pages = client.getApis.")).toEqual(
      expect.arrayContaining(["items", "pages", "safe"]),
    );
  });
});

/** What is shown for the name that stands some characters after a text. */
function hover(
  after: string,
  offset: number,
): { type: string; text: string; tags: string[]; links: string[] } {
  const info = service.getQuickInfoAtPosition(path, text.indexOf(after) + offset);
  return {
    type: ts.displayPartsToString(info?.displayParts),
    text: ts.displayPartsToString(info?.documentation).replace(/\s+/g, " "),
    tags: info?.tags?.map(({ name }) => name) ?? [],
    links: (info?.tags ?? []).flatMap(({ text = [] }) =>
      text.flatMap((part) =>
        "target" in part
          ? [(part as ts.JSDocLinkDisplayPart).target.fileName.replace(repository, "")]
          : [],
      ),
    ),
  };
}

/** What is suggested within the quotes that a text ends with. */
function suggestions(before: string): string[] | undefined {
  const position = text.indexOf(`${before}"`) + before.length;
  return service.getCompletionsAtPosition(path, position, {})?.entries.map(({ name }) => name);
}

/** The members that are suggested at the end of a text. */
function members(before: string): string[] | undefined {
  const position = text.indexOf(before) + before.length;
  return service
    .getCompletionsAtPosition(path, position, {})
    ?.entries.filter(({ kind }) => kind === ts.ScriptElementKind.memberVariableElement)
    .map(({ name }) => name);
}
