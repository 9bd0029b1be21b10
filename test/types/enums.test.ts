import { ContentHandlingStrategy, ProtocolType, type CreateApiRequest } from "apigatewayv2-codec";
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

  it("have an open type of the same name: a service may send any string", () => {
    expectTypeOf<"HTTP">().toExtend<ProtocolType>();
    expectTypeOf<"A_LATER_PROTOCOL">().toExtend<ProtocolType>();
    expectTypeOf<string>().toExtend<ProtocolType>();
    expectTypeOf<number>().not.toExtend<ProtocolType>();
    expectTypeOf<ProtocolType>().toExtend<string>();
  });

  it("keep their literals for editors to offer", () => {
    // The type would be just `string` if the literals had been absorbed.
    expectTypeOf<ProtocolType>().not.toEqualTypeOf<string>();
    expectTypeOf<Extract<ProtocolType, "HTTP" | "WEBSOCKET">>().toEqualTypeOf<
      "HTTP" | "WEBSOCKET"
    >();
  });

  it("take their own literals and those of later models", () => {
    const known: CreateApiRequest = { Name: "n", ProtocolType: ProtocolType.WEBSOCKET };
    const later: CreateApiRequest = { Name: "n", ProtocolType: "A_LATER_PROTOCOL" };
    expectTypeOf([known, later]).toBeArray();
    // @ts-expect-error The object of literals has those of the model alone.
    const missing = (): unknown => ProtocolType.A_LATER_PROTOCOL;
    expectTypeOf(missing).toBeFunction();
  });
});
