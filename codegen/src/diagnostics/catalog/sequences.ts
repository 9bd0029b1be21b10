/** Sequences of calls: pages (Smithy 2.0, "Pagination") and waiters (Smithy 2.0, "Waiters"). */
export const sequences = {
  SC1701: {
    title: "invalid pagination",
    explanation:
      "smithy.api#paginated names an optional token in the input, an optional token in the output, and the list or map that is divided into pages.",
    hint: "Correct the names, or remove the trait.",
  },
  SC1702: {
    title: "invalid waiter",
    explanation:
      "A waiter has a unique name, delays of at least a second, and acceptors, one of which leads to success.",
    hint: "Correct the waiter, or remove it.",
  },
  SC1703: {
    title: "invalid JMESPath expression",
    explanation: "The path of a waiter is not an expression of the JMESPath specification.",
    hint: "Correct the path.",
  },
  SC1704: {
    title: "unsupported JMESPath expression",
    explanation:
      "The path of a waiter is valid, but uses values for which no code can be generated.",
    hint: "Select another member, or remove the waiter with an overlay.",
  },
  SC1705: {
    title: "part of a JMESPath expression without effect",
    explanation:
      "A part of the path of a waiter is null for every output, because the model has no such value.",
    hint: "Correct the path, or silence the warning in the configuration with a reason.",
  },
} as const;
