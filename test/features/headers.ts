import {
  enumeration,
  list,
  member,
  model,
  operation,
  structure,
} from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import { readsRequest, refusesInput, request, response } from "./support/wants.js";

const header = (target: string, name: string): ReturnType<typeof member> =>
  member(target, { httpHeader: name });
const value = {
  text: "a, b",
  flag: true,
  number: 5,
  texts: ["a", "b, c", 'd"e', "f\\g"],
  numbers: [1, -2],
  flags: [true, false],
  colors: ["red", "blue"],
  dates: [new Date(0), new Date(1000)],
};
const headers = {
  "x-text": "a, b",
  "x-flag": "true",
  "x-number": "5",
  "x-texts": 'a, "b, c", "d\\"e", f\\g',
  "x-numbers": "1, -2",
  "x-flags": "true, false",
  "x-colors": "red, blue",
  "x-dates": "Thu, 01 Jan 1970 00:00:00 GMT, Thu, 01 Jan 1970 00:00:01 GMT",
};

/** Members bound to headers: scalars, and lists whose elements are quoted where they must be. */
export const feature: Feature = {
  given: model({
    Do: operation("/do", { method: "GET", input: "Headers", output: "Headers" }),
    Headers: structure({
      text: header("String", "X-Text"),
      flag: header("Boolean", "X-Flag"),
      number: header("Byte", "X-Number"),
      texts: header("Texts", "X-Texts"),
      numbers: header("Numbers", "X-Numbers"),
      flags: header("Flags", "X-Flags"),
      colors: header("Colors", "X-Colors"),
      dates: header("Dates", "X-Dates"),
    }),
    Texts: list("String"),
    Numbers: list("Integer"),
    Flags: list("Boolean"),
    Colors: list("Color"),
    Color: enumeration({ RED: "red" }),
    Dates: list("Timestamp"),
  }),
  want: [
    response("Do", value, 200, {
      headers: { "content-type": "application/json", ...headers },
      body: {},
    }),
    request("Do", { ...value, colors: ["red"] }, "GET /do", {
      headers: { ...headers, "x-colors": "red" },
    }),
    request("Do", { text: "", texts: [] }, "GET /do", { headers: { "x-text": "", "x-texts": "" } }),
    readsRequest(
      "Do",
      "GET /do",
      { headers: { "X-NUMBERS": "1,2 , 3", "x-TEXTS": '"a" ,b' } },
      { numbers: [1, 2, 3], texts: ["a", "b"] },
    ),
    refusesInput(
      "Do",
      { text: "a\r\nx-evil: 1" },
      { name: "SerializationException", path: "/text" },
    ),
    refusesInput("Do", { texts: ["a\n"] }, { name: "SerializationException", path: "/texts/0" }),
  ],
};
