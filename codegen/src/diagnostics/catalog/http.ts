/** HTTP bindings (Smithy 2.0, "HTTP bindings"). */
export const http = {
  SC1601: {
    title: "operation without smithy.api#http",
    explanation: "The protocol needs the method and URI of every operation.",
    hint: "Apply smithy.api#http to the operation.",
  },
  SC1602: {
    title: "invalid HTTP method",
    explanation: "The method is a token (RFC 9110, section 9.1), such as GET.",
    hint: "Correct the method.",
  },
  SC1603: {
    title: "invalid URI",
    explanation: "A URI pattern begins with a slash, and has neither spaces nor a fragment.",
    hint: "Correct the URI.",
  },
  SC1604: {
    title: "invalid status code",
    explanation: "Status codes are integers from 100 to 999.",
    hint: "Correct the code.",
  },
  SC1605: {
    title: "too many URI segments",
    explanation: "The number of segments is limited to keep routing fast for every path.",
    hint: "Shorten the URI.",
  },
  SC1606: {
    title: "query parameter used twice in a URI",
    explanation: "A URI pattern can have each literal query parameter only once.",
    hint: "Remove one of the two.",
  },
  SC1607: {
    title: "invalid URI segment",
    explanation: "A label is a whole segment: /a/{b} is valid, /a{b} is not.",
    hint: "Correct the segment.",
  },
  SC1608: {
    title: "payload next to unbound members",
    explanation:
      "The payload is the whole body, so there is no place for members without a binding.",
    hint: "Bind the other members to headers, labels or the query.",
  },
  SC1609: {
    title: "several HTTP bindings",
    explanation: "A member can be bound to only one place of a message.",
    hint: "Remove all bindings but one.",
  },
  SC1610: {
    title: "invalid header name",
    explanation: "Header names, and their prefixes, are tokens (RFC 9110, section 5.1).",
    hint: "Correct the name.",
  },
  SC1611: {
    title: "place bound twice",
    explanation: "Two members are bound to the same header, query parameter or payload.",
    hint: "Bind one of them elsewhere.",
  },
  SC1612: {
    title: "label used twice",
    explanation: "A URI pattern can have each label only once.",
    hint: "Rename one of the two.",
  },
  SC1613: {
    title: "label without a member",
    explanation: "Each label of the URI is a member of the input with smithy.api#httpLabel.",
    hint: "Add the member or its trait, or remove the label.",
  },
  SC1614: {
    title: "several greedy labels",
    explanation: "A greedy label matches several segments, so a URI can have only one.",
    hint: "Make one of them an ordinary label.",
  },
  SC1615: {
    title: "member bound to a missing label",
    explanation: "The URI of the operation has no label with the name of the member.",
    hint: "Add the label to the URI, or remove smithy.api#httpLabel.",
  },
  SC1616: {
    title: "optional label",
    explanation: "A URI cannot be built without its labels, so their members must be required.",
    hint: "Apply smithy.api#required to the member.",
  },
  SC1617: {
    title: "invalid host prefix",
    explanation: "A host prefix consists of letters, digits, dots, hyphens and labels.",
    hint: "Correct the prefix.",
  },
  SC1618: {
    title: "host label without a member",
    explanation: "Each label of a host prefix is a member of the input with smithy.api#hostLabel.",
    hint: "Add the member or its trait, or remove the label.",
  },
  SC1619: {
    title: "not in the OpenAPI document",
    explanation:
      "OpenAPI has no way to describe this: a method of its own, two operations with one method and path, or an authentication scheme of another package.",
    hint: "Add what is missing to the document, or change the model.",
  },
} as const;
