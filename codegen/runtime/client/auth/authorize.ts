import type { HttpRequest } from "@smithy/types";
export async function authorize(call: { request: HttpRequest }): Promise<HttpRequest> { return call.request; }
