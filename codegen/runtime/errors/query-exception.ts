import { readHeader } from "../http/headers.js";
import type { ServiceExceptionOptions } from "../types.js";
import { ServiceException } from "./service-exception.js";

/**
 * The base class of the errors of a service that used the protocol awsQuery in the past. As in the
 * AWS SDK, an error that a client reads has its code and fault in that protocol (AWS,
 * "awsQueryCompatible trait").
 */
export class QueryCompatibleException extends ServiceException {
  /** The code of the error in awsQuery, such as `AWS.SimpleQueueService.NonExistentQueue`. */
  declare readonly Code?: string | undefined;
  /** Who is at fault: `Sender` or `Receiver`. */
  declare readonly Type?: string | undefined;

  constructor(
    name: string,
    $fault: "client" | "server",
    httpStatusCode: number,
    options: ServiceExceptionOptions,
    messageMember?: string,
  ) {
    super(name, $fault, httpStatusCode, options, messageMember);
    const { $response } = options;
    const header = $response && readHeader($response, "x-amzn-query-error");
    if (header === undefined) return;
    const [Code, Type] = header.split(";");
    Object.assign(this, { Code, Type });
  }
}
