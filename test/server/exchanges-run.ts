import { exchanges, type Exchange } from "./exchanges.js";

/** What is compared of a response. */
export interface Outcome {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | readonly number[];
}

/** The headers that servers add to say how they send a message, and when. */
const ofTransport = ["connection", "content-length", "date", "keep-alive", "transfer-encoding"];

/**
 * Returns the response that is expected.
 * @param isSent whether a server sends it, which leaves out the body of one to HEAD
 */
export function expectedOf(exchange: Exchange, isSent: boolean = false): Outcome {
  const { status, operation = "none", error, id = "id-1", answer } = exchange;
  const type = exchange.type ?? (answer === undefined ? undefined : "application/json");
  return {
    status,
    headers: {
      ...(type !== undefined && { "content-type": type }),
      ...(error !== undefined && { "x-amzn-errortype": error }),
      "x-amzn-requestid": id,
      "x-operation": operation,
    },
    body: isSent && exchange.request.startsWith("HEAD ") ? "" : (answer ?? ""),
  };
}

/** Returns the request of an exchange. */
export function toRequest(exchange: Exchange, base: string): Request {
  const { request, headers = {}, body, pieces } = exchange;
  const [method = "", target = ""] = request.split(" ", 2);
  const bytes =
    typeof body === "string" ? new TextEncoder().encode(body) : new Uint8Array(body ?? []);
  // Bytes and streams get no media type of their own.
  const sent = pieces === undefined ? bytes : cut(bytes, pieces);
  const init: RequestInit = { method, headers, body: body === undefined ? null : sent };
  return new Request(`${base}${target}`, { ...init, duplex: "half" });
}

function cut(bytes: Uint8Array<ArrayBuffer>, length: number): ReadableStream<Uint8Array> {
  let start = 0;
  return new ReadableStream({
    pull(controller) {
      if (start >= bytes.length) controller.close();
      else controller.enqueue(bytes.slice(start, (start += length)));
    },
  });
}

/**
 * Makes all exchanges, one after the other.
 * @param send sends a request
 * @param base the URL of the service
 * @returns the outcomes by the names of the exchanges
 */
export async function exchangeAll(
  send: (request: Request) => Promise<Response>,
  base: string = "http://localhost",
): Promise<Record<string, Outcome>> {
  const outcomes: Record<string, Outcome> = {};
  for (const exchange of exchanges) {
    const response = await send(toRequest(exchange, base));
    outcomes[exchange.name] = await read(response);
  }
  return outcomes;
}

async function read(response: Response): Promise<Outcome> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const headers = [...response.headers].filter(([name]) => !ofTransport.includes(name));
  return {
    status: response.status,
    headers: Object.fromEntries(headers),
    body: toText(bytes) ?? [...bytes],
  };
}

function toText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
