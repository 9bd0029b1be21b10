import type { ServiceException } from "@smithy/smithy-client";
import {
  NotFoundException,
  serializeError,
  type ApiGatewayV2ServiceException,
  type NotFoundExceptionMembers,
  type SerializationException,
  type TooManyRequestsException,
  type ValidationException,
} from "apigatewayv2-codec";
import { describe, expectTypeOf, it } from "vitest";

// These are checked by the compiler (`npm run typecheck`); run, they do nothing.

describe("error classes", () => {
  it("are errors of the service, and of JavaScript", () => {
    expectTypeOf<NotFoundException>().toExtend<ApiGatewayV2ServiceException>();
    expectTypeOf<TooManyRequestsException>().toExtend<ApiGatewayV2ServiceException>();
    expectTypeOf<ApiGatewayV2ServiceException>().toExtend<Error>();
  });

  it("have a name and a fault to tell them apart by", () => {
    expectTypeOf<NotFoundException["name"]>().toEqualTypeOf<"NotFoundException">();
    expectTypeOf<NotFoundException["$fault"]>().toEqualTypeOf<"client">();
    expectTypeOf<ApiGatewayV2ServiceException["$fault"]>().toEqualTypeOf<"client" | "server">();
    type Status = NotFoundException["$metadata"]["httpStatusCode"];
    expectTypeOf<Status>().toEqualTypeOf<number | undefined>();
  });

  it("are narrowed to by their name", () => {
    const narrow = (error: NotFoundException | TooManyRequestsException) =>
      error.name === "NotFoundException" ? error.ResourceType : error.LimitType;
    expectTypeOf(narrow).returns.toEqualTypeOf<string | undefined>();
    const misread = (error: NotFoundException | TooManyRequestsException): unknown =>
      // @ts-expect-error Only one of the two has the member.
      error.LimitType;
    expectTypeOf(misread).toBeFunction();
  });

  it("have the modelled members, and are made with them", () => {
    expectTypeOf<NotFoundException>().toExtend<NotFoundExceptionMembers>();
    expectTypeOf<NotFoundExceptionMembers>().toEqualTypeOf<{
      Message?: string | undefined;
      ResourceType?: string | undefined;
    }>();
    expectTypeOf(NotFoundException).toBeConstructibleWith({ Message: "m", ResourceType: "r" });
    expectTypeOf(NotFoundException).toBeConstructibleWith();
    // @ts-expect-error The member is a string.
    const wrong = () => new NotFoundException({ ResourceType: 5 });
    expectTypeOf(wrong).toBeFunction();
  });

  it("have what those of @smithy/smithy-client have", () => {
    type Parts = "name" | "message" | "$fault" | "$metadata";
    expectTypeOf<NotFoundException>().toExtend<Pick<ServiceException, Parts>>();
  });

  it("of reading tell what was wrong, and where", () => {
    expectTypeOf<Pick<SerializationException, "path" | "expected" | "received">>().toEqualTypeOf<{
      readonly path: string;
      readonly expected: string;
      readonly received: string;
    }>();
    expectTypeOf<ValidationException["fieldList"][number]>().toEqualTypeOf<{
      readonly path: string;
      readonly message: string;
    }>();
  });

  it("are written by a function that takes anything that was thrown", () => {
    expectTypeOf(serializeError).parameter(0).toBeUnknown();
    expectTypeOf(serializeError).returns.toHaveProperty("statusCode").toBeNumber();
  });
});
