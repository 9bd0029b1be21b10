import type { HeaderBag, HttpRequest, HttpResponse, QueryParameterBag } from "@smithy/types";
import {
  GetIntegrationResponse,
  type ContentHandlingStrategy,
  type CreateApi,
  type CreateApiRequest,
  type ExportApi,
  type GetIntegrationResponseRequest,
  type GetIntegrationResponseResponse,
  type Received,
  type RouteSettings,
  type TagResource,
  type UpdateStageRequest,
} from "apigatewayv2-codec";
import { describe, expectTypeOf, it } from "vitest";

// These are checked by the compiler (`npm run typecheck`); run, they do nothing.

describe("Input and Output", () => {
  it("are the types of the operation's shapes", () => {
    expectTypeOf<GetIntegrationResponse.Input>().toEqualTypeOf<GetIntegrationResponseRequest>();
    expectTypeOf<GetIntegrationResponse.Output>().toEqualTypeOf<
      GetIntegrationResponseResponse<Received>
    >();
  });

  it("have their members as the model has them", () => {
    expectTypeOf<GetIntegrationResponse.Input>().toEqualTypeOf<{
      ApiId: string;
      IntegrationId: string;
      IntegrationResponseId: string;
    }>();
    expectTypeOf<GetIntegrationResponseResponse>().toEqualTypeOf<{
      ContentHandlingStrategy?: ContentHandlingStrategy | undefined;
      IntegrationResponseId?: string | undefined;
      IntegrationResponseKey?: string | undefined;
      ResponseParameters?: Record<string, string> | undefined;
      ResponseTemplates?: Record<string, string> | undefined;
      TemplateSelectionExpression?: string | undefined;
    }>();
    expectTypeOf<TagResource.Input["ResourceArn"]>().toEqualTypeOf<string>();
    expectTypeOf<UpdateStageRequest["RouteSettings"]>().toEqualTypeOf<
      Record<string, RouteSettings> | undefined
    >();
    expectTypeOf<CreateApi.Output["CreatedDate"]>().toEqualTypeOf<Date | undefined>();
    expectTypeOf<ExportApi.Output["body"]>().toEqualTypeOf<Uint8Array | undefined>();
  });
});

describe("required members", () => {
  it("have no undefined and cannot be left out", () => {
    const given: UpdateStageRequest[] = [
      { ApiId: "a", StageName: "s" },
      // @ts-expect-error StageName is required.
      { ApiId: "a" },
      // @ts-expect-error A required member is not undefined.
      { ApiId: "a", StageName: undefined },
      // @ts-expect-error A required member is not null.
      { ApiId: "a", StageName: null },
    ];
    expectTypeOf(given).toBeArray();
  });

  it("are required of those who write requests", () => {
    const write = () => [
      // @ts-expect-error Two labels are missing.
      GetIntegrationResponse.serializeRequest({ ApiId: "a" }),
      // @ts-expect-error The input is missing.
      GetIntegrationResponse.serializeRequest(),
    ];
    expectTypeOf(write).toBeFunction();
  });

  it("must be given in an input, also where the model calls them optional for clients", () => {
    expectTypeOf<CreateApiRequest["Name"]>().toEqualTypeOf<string>();
  });
});

describe("optional members", () => {
  it("may be left out or be undefined, and are not null", () => {
    const given: UpdateStageRequest[] = [
      { ApiId: "a", StageName: "s" },
      { ApiId: "a", StageName: "s", Description: undefined },
      // @ts-expect-error An optional member is not null.
      { ApiId: "a", StageName: "s", Description: null },
      // @ts-expect-error There is no such member.
      { ApiId: "a", StageName: "s", NoSuchMember: "d" },
    ];
    expectTypeOf(given).toBeArray();
  });
});

describe("messages", () => {
  type Request = ReturnType<typeof GetIntegrationResponse.serializeRequest>;
  type Response = ReturnType<typeof GetIntegrationResponse.serializeResponse>;

  it("are parts of those of @smithy/types, so that signers and handlers take them", () => {
    type Parts = "method" | "path" | "query" | "headers" | "body";
    expectTypeOf<Request>().toExtend<Pick<HttpRequest, Parts>>();
    expectTypeOf<Request["query"]>().toEqualTypeOf<QueryParameterBag>();
    expectTypeOf<Request["headers"]>().toEqualTypeOf<HeaderBag>();
    expectTypeOf<Request["body"]>().toEqualTypeOf<string | Uint8Array | undefined>();
    expectTypeOf<Request["hostPrefix"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<Response>().toExtend<HttpResponse>();
  });

  it("can be handed from one side to the other", () => {
    type ReadRequest = Parameters<typeof GetIntegrationResponse.deserializeRequest>[0];
    type ReadResponse = Parameters<typeof GetIntegrationResponse.deserializeResponse>[0];
    expectTypeOf<Request>().toExtend<ReadRequest>();
    expectTypeOf<Response>().toExtend<ReadResponse>();
    expectTypeOf<HttpResponse>().toExtend<ReadResponse>();
  });
});
