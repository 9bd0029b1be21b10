import { member, model, operation, simple, structure } from "../codegen/support/models.js";
import type { Feature } from "./support/feature.js";
import {
  json,
  jsonBody,
  readsRequest,
  readsResponse,
  refusesRequest,
  request,
  response,
} from "./support/wants.js";

const format = (timestampFormat: string): { timestampFormat: string } => ({ timestampFormat });
const exact = new Date("2026-01-02T03:04:05.678Z");
const whole = new Date("2026-01-02T03:04:05Z");

const body = {
  plain: exact,
  epochTarget: exact,
  dateTarget: exact,
  dateOverEpoch: exact,
  epochOverDate: exact,
  httpDate: whole,
  list: [exact],
};
const bodyWire = {
  plain: 1767323045.678,
  epochTarget: 1767323045.678,
  dateTarget: "2026-01-02T03:04:05.678Z",
  dateOverEpoch: "2026-01-02T03:04:05.678Z",
  epochOverDate: 1767323045.678,
  httpDate: "Fri, 02 Jan 2026 03:04:05 GMT",
  list: ["2026-01-02T03:04:05.678Z"],
};

/** The formats of timestamps: the member's before its target's before the one of the place. */
export const feature: Feature = {
  given: model({
    Do: operation("/do/{label}/{epochLabel}", { input: "Places", output: "Body" }),
    Put: operation("/put", { input: "Body" }),
    Places: structure({
      dates: member("DatesOfMembers", { httpQuery: "ds" }),
      label: member("Timestamp", { httpLabel: {}, required: {} }),
      epochLabel: member("Epoch", { httpLabel: {}, required: {} }),
      query: member("Timestamp", { httpQuery: "q" }),
      epochQuery: member("Timestamp", { httpQuery: "e", ...format("epoch-seconds") }),
      header: member("Timestamp", { httpHeader: "h" }),
      headers: member("Plains", { httpHeader: "hs" }),
      epochHeader: member("Timestamp", { httpHeader: "e", ...format("epoch-seconds") }),
      dateHeader: member("Date", { httpHeader: "d" }),
    }),
    Body: structure({
      plain: "Timestamp",
      epochTarget: "Epoch",
      dateTarget: "test#Date",
      dateOverEpoch: member("Epoch", format("date-time")),
      epochOverDate: member("test#Date", format("epoch-seconds")),
      httpDate: member("Timestamp", format("http-date")),
      list: "Dates",
    }),
    Epoch: simple("timestamp", format("epoch-seconds")),
    Date: simple("timestamp", format("date-time")),
    Dates: { type: "list", member: member("test#Date") },
    DatesOfMembers: { type: "list", member: member("Timestamp", format("http-date")) },
    Plains: { type: "list", member: member("Timestamp") },
  }),
  want: [
    request(
      "Do",
      {
        label: exact,
        epochLabel: exact,
        query: exact,
        epochQuery: exact,
        header: whole,
        headers: [whole, whole],
        epochHeader: exact,
        dateHeader: exact,
        dates: [whole, whole],
      },
      "POST /do/2026-01-02T03%3A04%3A05.678Z/1767323045.678",
      {
        query: {
          q: "2026-01-02T03:04:05.678Z",
          e: "1767323045.678",
          ds: ["Fri, 02 Jan 2026 03:04:05 GMT", "Fri, 02 Jan 2026 03:04:05 GMT"],
        },
        headers: {
          h: "Fri, 02 Jan 2026 03:04:05 GMT",
          hs: "Fri, 02 Jan 2026 03:04:05 GMT, Fri, 02 Jan 2026 03:04:05 GMT",
          e: "1767323045.678",
          d: "2026-01-02T03:04:05.678Z",
        },
      },
    ),
    request("Put", body, "POST /put", jsonBody(bodyWire)),
    response("Do", body, 200, { headers: json, body: bodyWire }),
    // A client takes offsets, finer fractions and whole seconds; a server wants the exact form.
    readsResponse(
      "Do",
      200,
      jsonBody({ dateTarget: "2026-01-02T04:04:05+01:00", plain: 1767323045 }),
      {
        dateTarget: whole,
        plain: whole,
      },
    ),
    readsResponse("Do", 200, jsonBody({ dateTarget: "2026-01-02T03:04:05.678999Z" }), {
      dateTarget: exact,
    }),
    // Both sides take the obsolete forms of an HTTP date, also side by side in a list.
    readsRequest(
      "Do",
      "POST /do/2026-01-02T03%3A04%3A05Z/1767323045",
      {
        query: { ds: ["Friday, 02-Jan-26 03:04:05 GMT", "Fri Jan  2 03:04:05 2026"] },
        headers: {
          h: "Fri, 2 Jan 2026 03:04:05 GMT",
          hs: "Fri Jan  2 03:04:05 2026, Friday, 02-Jan-26 03:04:05 GMT, Fri, 02 Jan 2026 03:04:05 GMT",
        },
      },
      {
        label: whole,
        epochLabel: whole,
        dates: [whole, whole],
        header: whole,
        headers: [whole, whole, whole],
      },
    ),
    readsRequest(
      "Do",
      "POST /do/2026-01-02T03%3A04%3A05Z/1767323045",
      { headers: { hs: "" } },
      { label: whole, epochLabel: whole, headers: [] },
    ),
    readsResponse("Do", 200, jsonBody({ httpDate: "Friday, 02-Jan-26 03:04:05 GMT" }), {
      httpDate: whole,
    }),
    refusesRequest("Put", "POST /put", jsonBody({ httpDate: "Fri, 02 Jan 2026 03:04:05.5 GMT" }), {
      name: "SerializationException",
      path: "/httpDate",
    }),
    refusesRequest("Put", "POST /put", jsonBody({ dateTarget: "2026-01-02T04:04:05+01:00" }), {
      name: "SerializationException",
      path: "/dateTarget",
    }),
    refusesRequest("Put", "POST /put", jsonBody({ dateTarget: 1767323045 }), {
      name: "SerializationException",
      path: "/dateTarget",
    }),
    refusesRequest("Put", "POST /put", jsonBody({ plain: "2026-01-02T03:04:05Z" }), {
      name: "SerializationException",
      path: "/plain",
    }),
  ],
};
