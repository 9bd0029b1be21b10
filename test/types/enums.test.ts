import {
  ContentHandlingStrategy,
  CreateApi,
  CreateDomainName,
  CreateVpcLink,
  ProtocolType,
  UpdateStage,
  type GetApi,
  type GetApis,
} from "apigatewayv2-codec";
import { describe, expectTypeOf, it } from "vitest";

// These are checked by the compiler (`npm run typecheck`); run, they do nothing.

describe("enums", () => {
  it("are objects of literals", () => {
    expectTypeOf(ContentHandlingStrategy.CONVERT_TO_BINARY).toEqualTypeOf<"CONVERT_TO_BINARY">();
    expectTypeOf(ProtocolType).toEqualTypeOf<{
      readonly HTTP: "HTTP";
      readonly WEBSOCKET: "WEBSOCKET";
    }>();
  });

  it("have a type of the same name, of just their values", () => {
    expectTypeOf<ProtocolType>().toEqualTypeOf<"HTTP" | "WEBSOCKET">();
  });

  it("are closed in inputs, where a typo does not compile", () => {
    const write = (): unknown => [
      CreateApi.serializeRequest({ Name: "a", ProtocolType: ProtocolType.HTTP }),
      CreateApi.serializeRequest({ Name: "a", ProtocolType: "HTTP" }),
      // @ts-expect-error There is no such protocol.
      CreateApi.serializeRequest({ Name: "a", ProtocolType: "HTP" }),
      CreateVpcLink.serializeRequest({ Name: "a", SubnetIds: [] }),
      CreateDomainName.serializeRequest({
        DomainName: "d",
        // @ts-expect-error There is no such type of endpoint.
        DomainNameConfigurations: [{ EndpointType: "REGINAL" }],
      }),
      UpdateStage.serializeRequest({
        ApiId: "a",
        StageName: "s",
        // @ts-expect-error There is no such level.
        RouteSettings: { "GET /": { LoggingLevel: "DEBUG" } },
      }),
      // @ts-expect-error The object of literals has only those of the model.
      ProtocolType.A_LATER_PROTOCOL,
    ];
    expectTypeOf(write).toBeFunction();
  });

  it("are open in outputs, and keep their values for editors to offer", () => {
    type Open = Exclude<GetApi.Output["ProtocolType"], undefined>;
    expectTypeOf<"A_LATER_PROTOCOL">().toExtend<Open>();
    expectTypeOf<number>().not.toExtend<Open>();
    // The type would be just `string` if the literals had been absorbed.
    expectTypeOf<Open>().not.toEqualTypeOf<string>();
    expectTypeOf<Extract<Open, "HTTP" | "WEBSOCKET">>().toEqualTypeOf<ProtocolType>();
    type Nested = Exclude<NonNullable<GetApis.Output["Items"]>[number]["ProtocolType"], undefined>;
    expectTypeOf<Nested>().toEqualTypeOf<Open>();
  });

  it("can be told apart exhaustively once they are validated, and not before", () => {
    const name = (protocol: ProtocolType): string => {
      switch (protocol) {
        case "HTTP":
          return "h";
        case "WEBSOCKET":
          return "w";
        default:
          return protocol satisfies never;
      }
    };
    const nameReceived = (protocol: Exclude<GetApi.Output["ProtocolType"], undefined>): string => {
      switch (protocol) {
        case "HTTP":
          return "h";
        case "WEBSOCKET":
          return "w";
        default:
          // @ts-expect-error Any other string is left.
          return protocol satisfies never;
      }
    };
    expectTypeOf([name, nameReceived]).toBeArray();
  });
});
