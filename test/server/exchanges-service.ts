/** The service that answers `exchanges.ts`, on every platform. */
import {
  AccessDeniedException,
  ConflictException,
  NotFoundException,
  ValidationException,
} from "apigatewayv2-codec";
import { createHandler, type Handler, type Interceptor } from "apigatewayv2-codec/server";
import { maxBodyBytes } from "./exchanges.js";

/** The user's own context. */
export interface Context {
  readonly user: string;
}

/** Says which operation was found, and answers a path of its own. */
const label: Interceptor<Context> = async ({ operation, request }, next) => {
  const response =
    request.path === "/health"
      ? { statusCode: 200, headers: { "content-type": "text/plain" }, body: "well" }
      : await next();
  return { ...response, headers: { ...response.headers, "x-operation": operation ?? "none" } };
};

const deny: Interceptor<Context> = ({ user }, next) => {
  if (user === "mallory") throw new AccessDeniedException({ Message: "not you" });
  return next();
};

export const handler: Handler<Context> = createHandler<Context>(
  {
    GetApi({ ApiId }, { user }) {
      if (ApiId === "nothing") return;
      if (ApiId === "none") throw new NotFoundException({ Message: "no API", ResourceType: "api" });
      if (ApiId === "invalid") {
        const fieldList = [{ path: "/ApiId", message: "It is taken." }];
        throw new ValidationException({ message: "It is taken.", fieldList });
      }
      if (ApiId === "broken") throw new Error("the password of the database is wrong");
      return {
        ApiId,
        Name: "orders",
        Description: `for ${user}`,
        ProtocolType: "HTTP",
        CreatedDate: new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 678)),
      };
    },
    CreateApi: (input) => ({ ...input, ApiId: "a1" }),
    UpdateApi: (input) => input,
    DeleteApi: () => undefined,
    GetApis: ({ MaxResults, NextToken }) => ({
      Items: [{ Name: MaxResults, ProtocolType: "HTTP", RouteSelectionExpression: "e" }],
      NextToken,
    }),
    ExportApi: ({ IncludeExtensions }) => ({
      body: Uint8Array.of(0, 255, 128, IncludeExtensions === true ? 1 : 0),
    }),
    PutRoutingRule: (input) => input,
    TagResource: () => ({}),
    GetTags: ({ ResourceArn }) => ({ Tags: { arn: ResourceArn } }),
    UntagResource({ ResourceArn, TagKeys }) {
      throw new ConflictException({ Message: `${ResourceArn} keeps ${TagKeys.join("|")}` });
    },
  },
  {
    maxBodyBytes,
    requestId: ({ headers }) => (headers as Record<string, string>)["x-trace"] ?? "id-1",
    use: [label, deny],
  },
);

/** Answers a request as a server of the Fetch API does. */
export function answer(request: Request): Promise<Response> {
  return handler.fetch(request, { user: request.headers.get("x-user") ?? "nobody" });
}
