import { gone, type Edits, type Pair } from "./pair.js";

const string = { target: "smithy.api#String" };
const stream = (traits: object): Edits => ({
  "Empty/output": { target: "t#New" },
  New: {
    type: "structure",
    members: { events: { target: "t#Events", traits: { "smithy.api#httpPayload": {} } } },
  },
  Events: {
    type: "union",
    members: { event: { target: "t#Event" } },
    traits: { "smithy.api#streaming": {} },
  },
  Event: { type: "structure", members: { part: { ...string, traits } } },
});
const header = { "smithy.api#eventHeader": {} };
const payload = { "smithy.api#eventPayload": {} };

/** Events that are named after what happened to a trait. */
export const ids: readonly Pair[] = [
  {
    title: "a member of an event that moves to a header",
    before: stream({}),
    edits: stream(header),
    want: [
      "breaking major TraitBreakingChange.Add.smithy.api#eventHeader t#Event$part: place in the event changed from body to header. Old clients misread responses.",
    ],
  },
  {
    title: "a member of an event that moves from a header to the body",
    before: stream(header),
    edits: stream({}),
    want: [
      "breaking major TraitBreakingChange.Remove.smithy.api#eventHeader t#Event$part: place in the event changed from header to body. Old clients misread responses.",
    ],
  },
  {
    title: "a member of an event that moves from a header to the payload",
    before: stream(header),
    edits: stream(payload),
    want: [
      "breaking major TraitBreakingChange.Add.smithy.api#eventPayload t#Event$part: place in the event changed from header to payload. Old clients misread responses.",
    ],
  },
  {
    title: "a JSON name that changes",
    before: { "In/members/token/traits": { "smithy.api#jsonName": "x" } },
    edits: { "In/members/token/traits": { "smithy.api#jsonName": "y" } },
    want: [
      'breaking major TraitBreakingChange.Update.smithy.api#jsonName t#In$token: JSON name changed from "x" to "y". Requests of old clients are misread.',
    ],
  },
  {
    title: "a JSON name that is gone",
    before: { "In/members/token/traits": { "smithy.api#jsonName": "x" } },
    edits: { "In/members/token/traits": {} },
    want: [
      'breaking major TraitBreakingChange.Remove.smithy.api#jsonName t#In$token: JSON name changed from "x" to "token". Requests of old clients are misread.',
    ],
  },
  {
    title: "a JSON name of a member that is not in JSON",
    before: { "In/members/token/traits": { "smithy.api#httpHeader": "x" } },
    edits: { "In/members/token/traits/smithy.api#jsonName": "y" },
    want: [
      'compatible patch TraitBreakingChange.Add.smithy.api#jsonName t#In$token: JSON name changed from "token" to "y". HTTP does not carry it in JSON.',
    ],
  },
  {
    title: "a format of timestamps that is gone",
    before: { "In/members/when/traits": { "smithy.api#timestampFormat": "date-time" } },
    edits: { "In/members/when/traits": {} },
    want: [
      "breaking major TraitBreakingChange.Remove.smithy.api#timestampFormat t#In$when: timestamp format changed from date-time to epoch-seconds. Requests of old clients are misread.",
    ],
  },
  {
    title: "another format of timestamps of a shape",
    before: {
      "In/members/when/target": "t#Moment",
      Moment: { type: "timestamp", traits: { "smithy.api#timestampFormat": "date-time" } },
    },
    edits: { "Moment/traits/smithy.api#timestampFormat": "http-date" },
    want: [
      "breaking major TraitBreakingChange.Update.smithy.api#timestampFormat t#Moment: timestamp format changed from date-time to http-date. Requests of old clients are misread.",
    ],
  },
  {
    title: "another fault alone, which has another status",
    edits: { "Oops/traits/smithy.api#error": "server" },
    want: [
      "breaking major TraitBreakingChange.Update.smithy.api#error t#Oops: fault changed from client to server. `$fault` has another type and value. Its HTTP status changes from 400 to 500.",
    ],
  },
  {
    title: "a status of an error that is gone",
    before: { "Oops/traits/smithy.api#httpError": 404 },
    edits: { "Oops/traits/smithy.api#httpError": gone },
    want: [
      "breaking major TraitBreakingChange.Remove.smithy.api#httpError t#Oops: HTTP status changed from 404 to 400. Code that tests the status no longer recognizes the error.",
    ],
  },
  {
    title: "an enum whose values become numbers",
    edits: {
      "Color/type": "intEnum",
      "Color/members/RED/traits/smithy.api#enumValue": 1,
      "Color/members/BLUE/traits/smithy.api#enumValue": 2,
    },
    want: [
      "breaking major ChangedShapeType t#Color: type of the values changed from string to integer. Requests of old clients are misread. The values have another type. Old clients misread responses.",
    ],
  },
  {
    title: "a member that is removed before others keeps their order",
    edits: { "Out/members/texts": gone },
    want: [
      "breaking major RemovedShape t#Out$texts: member was removed. Code that uses it does not compile.",
    ],
  },
  {
    title: "a member that is added before others",
    edits: { "Choice/members": { first: string, one: string, other: string } },
    want: [
      "compatible minor AddedShape t#Choice$first: member was added. Old clients read it as an unknown member.",
      "dangerous patch ChangedMemberOrder t#Choice: members have another order. Generators for languages in which the layout of a structure matters, such as C++, depend on it.",
    ],
  },
];
