import type { Socket } from "node:net";

/** Answers a request, or not. `count` is 1 for the first request to the same path. */
type Misbehave = (socket: Socket, count: number) => void;

const body = '{"apiId":"a1","name":"orders"}';

/** A response as text. */
function response(status: string, headers: Readonly<Record<string, string>>, text: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status}\r\n${lines.join("")}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

const json = { "content-type": "application/json" };
const good: string = response("200 OK", json, body);

const says =
  (text: string): Misbehave =>
  (socket) => {
    socket.write(text);
  };

const saysAndEnds =
  (text: string): Misbehave =>
  (socket) => {
    socket.end(text);
  };

const saysAndCuts =
  (text: string): Misbehave =>
  (socket) => {
    socket.write(text, () => socket.destroy());
  };

/** Writes the first text, and then another one again and again until the client is gone. */
const repeats =
  (first: string, text: string, interval: number): Misbehave =>
  (socket) => {
    socket.write(first);
    const timer = setInterval(() => {
      // Without the limit, the unread data of a client that reads no more would fill the memory.
      if (socket.writableLength < 1_000_000) socket.write(text);
    }, interval);
    socket.once("close", () => {
      clearInterval(timer);
    });
  };

/** Fails as often as said, and then succeeds. */
const recovers =
  (times: number, failure: () => string): Misbehave =>
  (socket, count) => {
    socket.write(count <= times ? failure() : good);
  };

const error = (status: string, code: string, headers: Readonly<Record<string, string>>): string =>
  response(status, { ...json, "x-amzn-errortype": code, ...headers }, '{"message":"m"}');

const busy = (headers: Readonly<Record<string, string>> = {}): string =>
  error("503 Service Unavailable", "Busy", headers);

const tooMany = (retryAfter: string): string =>
  error("429 Too Many Requests", "TooManyRequestsException", { "retry-after": retryAfter });

const chunk = (text: string): string => `${text.length.toString(16)}\r\n${text}\r\n`;
const chunkedHead: string =
  "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n";
const headOf = (length: string): string =>
  `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;

/** Ways to treat a request, by the last segment of its path. */
export const misbehaviours = {
  good: says(good),

  // Answers that never end.
  "never-answers": () => undefined,
  "head-then-nothing": says(headOf("100")),
  "half-head-then-nothing": says("HTTP/1.1 200 OK\r\ncontent-ty"),
  "endless-body": repeats(chunkedHead, chunk(" ".repeat(10_000)), 1),
  "slow-drip": repeats(headOf("100000"), " ", 10),
  "slow-head": repeats("HTTP/1.1 200 OK\r\n", "x-a: b\r\n", 20),
  "endless-early-hints": repeats("", "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n", 10),
  "long-length": says(headOf("1000") + body),

  // Connections that are lost.
  closes: saysAndEnds(""),
  resets: (socket) => socket.resetAndDestroy(),
  "half-head": saysAndCuts("HTTP/1.1 200 OK\r\ncontent-ty"),
  "half-body": saysAndCuts(headOf("1000") + body),
  "half-chunk": saysAndCuts(`${chunkedHead}ff\r\n${body}`),
  "no-last-chunk": saysAndCuts(chunkedHead + chunk(body)),
  "reset-in-body": (socket) => {
    socket.write(headOf("1000") + body, () => socket.resetAndDestroy());
  },
  "long-length-and-end": saysAndEnds(headOf("1000") + body),

  // What is no HTTP.
  garbage: saysAndEnds("SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"),
  binary: saysAndEnds("\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001"),
  "bad-length": saysAndEnds(headOf("many") + body),
  "negative-length": saysAndEnds(headOf("-1") + body),
  "bad-chunk": saysAndEnds(`${chunkedHead}zz\r\n${body}\r\n0\r\n\r\n`),
  "gigantic-headers": saysAndEnds(`HTTP/1.1 200 OK\r\nx-large: ${"a".repeat(2_000_000)}\r\n\r\n`),
  "many-headers": saysAndEnds(`HTTP/1.1 200 OK\r\n${"x-a: b\r\n".repeat(200_000)}\r\n`),
  "no-status": saysAndEnds(`HTTP/1.1\r\ncontent-length: 2\r\n\r\n{}`),

  // Answers with other content than the service's.
  html: says(response("200 OK", { "content-type": "text/html" }, "<html>Welcome</html>")),
  "html-403": says(response("403 Forbidden", { "content-type": "text/html" }, "<html>No</html>")),
  "html-502": says(response("502 Bad Gateway", { "content-type": "text/html" }, "<html>Oh</html>")),
  "half-json": says(response("200 OK", json, '{"apiId":"a1","na')),
  "short-length": saysAndEnds(headOf("10") + body),
  "json-list": says(response("200 OK", json, "[1, 2]")),
  "wrong-type": says(response("200 OK", json, '{"apiId":5}')),
  "no-text": (socket) => {
    socket.write(Buffer.concat([Buffer.from(headOf("4")), Buffer.from([0x22, 0xff, 0xfe, 0x22])]));
  },
  empty: says(response("200 OK", json, "")),
  "deep-json": says(response("200 OK", json, `{"x":${"[".repeat(99_999)}${"]".repeat(99_999)}}`)),
  "no-gzip": says(response("200 OK", { ...json, "content-encoding": "gzip" }, body)),
  "no-content": says("HTTP/1.1 204 No Content\r\n\r\n"),

  // Statuses that are seldom seen.
  moved: says(response("301 Moved Permanently", { location: "/elsewhere/good" }, "")),
  found: says(response("302 Found", { location: "/elsewhere/good" }, "")),
  redirect: says(response("307 Temporary Redirect", { location: "/elsewhere/good" }, "")),
  "not-modified": says("HTTP/1.1 304 Not Modified\r\n\r\n"),
  continues: says(`HTTP/1.1 100 Continue\r\n\r\n${good}`),
  "early-hints": says(`HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n${good}`),
  "switches-protocols": saysAndEnds(
    "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n",
  ),
  "status-599": says(response("599 Whatever", json, "{}")),
  "status-418": says(response("418 Teapot", json, "{}")),

  // Services that recover.
  busy: says(busy()),
  "busy-once": recovers(1, busy),
  "busy-twice": recovers(2, busy),
  "busy-thrice": recovers(3, busy),
  throttles: says(error("400 Bad Request", "ThrottlingException", {})),
  "throttles-once-for-seconds": recovers(1, () => tooMany("1")),
  "throttles-once-until-date": recovers(1, () =>
    tooMany(new Date(Date.now() + 2000).toUTCString()),
  ),
  "lost-once": (socket, count) => {
    if (count === 1) socket.resetAndDestroy();
    else socket.write(good);
  },
  "half-body-once": (socket, count) => {
    (count === 1 ? misbehaviours["half-body"] : misbehaviours.good)(socket, count);
  },
  "skewed-once": recovers(1, () =>
    error("403 Forbidden", "RequestTimeTooSkewed", {
      date: new Date(Date.now() + 3_600_000).toUTCString(),
    }),
  ),
  skewed: says(
    error("403 Forbidden", "RequestTimeTooSkewed", { date: "Tue, 01 Jan 2019 00:00:00 GMT" }),
  ),
} satisfies Readonly<Record<string, Misbehave>>;

/** The name of a misbehaviour. */
export type Misbehaviour = keyof typeof misbehaviours;
