import { gone, type Pair } from "./pair.js";

/** Endpoint rules that always return the same URL. */
function endpointRules(url: string): object {
  const rules = [{ type: "endpoint", conditions: [], endpoint: { url } }];
  return { version: "1.0", parameters: {}, rules };
}

/** Traits that the generated code does not depend on. */
export const traits: readonly Pair[] = [
  {
    title: "RemovedAuthenticationScheme",
    edits: { "Service/traits/aws.auth#sigv4": gone },
    want: [
      "breaking major RemovedAuthenticationScheme t#Service: trait aws.auth#sigv4 was removed. Clients that authenticate with it are rejected.",
    ],
  },
  {
    title: "an authentication scheme that is added",
    edits: { "Service/traits/smithy.api#httpBearerAuth": {} },
    want: [
      "compatible minor ModifiedTrait.Add.smithy.api#httpBearerAuth t#Service: trait smithy.api#httpBearerAuth was added. Clients may authenticate in another way.",
    ],
  },
  {
    title: "another authentication of an operation",
    edits: { "Do/traits/smithy.api#auth": [] },
    want: [
      "dangerous minor ModifiedTrait.Add.smithy.api#auth t#Do: trait smithy.api#auth was added. Clients may authenticate in another way.",
    ],
  },
  {
    title: "authentication that is required now",
    before: { "Do/traits/smithy.api#optionalAuth": {} },
    edits: { "Do/traits/smithy.api#optionalAuth": gone },
    want: [
      "breaking major TraitBreakingChange.Remove.smithy.api#optionalAuth t#Do: trait smithy.api#optionalAuth was removed. Requests without authentication are rejected.",
    ],
  },
  {
    title: "an operation that is no longer idempotent",
    edits: { "Do/traits/smithy.api#idempotent": gone },
    want: [
      "dangerous minor TraitBreakingChange.Remove.smithy.api#idempotent t#Do: trait smithy.api#idempotent was removed. Clients that repeat a request may cause its effects twice.",
    ],
  },
  {
    title: "an operation that only reads",
    edits: { "ReadThing/traits/smithy.api#readonly": {} },
    want: [
      "compatible minor ModifiedTrait.Add.smithy.api#readonly t#ReadThing: trait smithy.api#readonly was added. Clients may repeat requests.",
    ],
  },
  {
    title: "an error that may be retried",
    edits: { "Oops/traits/smithy.api#retryable": {} },
    want: [
      "compatible minor ModifiedTrait.Add.smithy.api#retryable t#Oops: is now retryable. Clients may repeat requests that failed with it.",
    ],
  },
  {
    title: "an error that may no longer be retried",
    before: { "Oops/traits/smithy.api#retryable": {} },
    edits: { "Oops/traits/smithy.api#retryable": gone },
    want: [
      "dangerous minor TraitBreakingChange.Remove.smithy.api#retryable t#Oops: is no longer retryable. Clients may no longer repeat requests that failed with it.",
    ],
  },
  {
    title: "an error that is now retried as throttling",
    before: { "Oops/traits/smithy.api#retryable": {} },
    edits: { "Oops/traits/smithy.api#retryable": { throttling: true } },
    want: [
      "compatible minor ModifiedTrait.Update.smithy.api#retryable t#Oops: is now retryable as a throttling error. Clients may wait for another time before they repeat requests.",
    ],
  },
  {
    title: "pages that are no longer modeled",
    edits: { "Do/traits/smithy.api#paginated": gone },
    want: [
      "breaking major TraitBreakingChange.Remove.smithy.api#paginated t#Do: trait smithy.api#paginated was removed. Code that pages through the results may not compile, or miss results.",
    ],
  },
  {
    title: "another token of pages",
    edits: { "Do/traits/smithy.api#paginated/inputToken": "text" },
    want: [
      "breaking major TraitBreakingChange.Update.smithy.api#paginated t#Do: trait smithy.api#paginated changed. Code that pages through the results may not compile, or miss results.",
    ],
  },
  {
    title: "items of pages that are added",
    edits: { "Do/traits/smithy.api#paginated/items": "texts" },
    want: [
      "compatible minor TraitBreakingChange.Update.smithy.api#paginated t#Do: trait smithy.api#paginated changed. Clients may page through the results.",
    ],
  },
  {
    title: "a size of pages that is removed",
    edits: { "Do/traits/smithy.api#paginated/pageSize": gone },
    want: [
      "breaking major TraitBreakingChange.Update.smithy.api#paginated t#Do: trait smithy.api#paginated changed. Code that pages through the results may not compile, or miss results.",
    ],
  },
  {
    title: "pages that are new",
    before: { "Do/traits/smithy.api#paginated": gone },
    edits: {
      "Do/traits/smithy.api#paginated": { inputToken: "token", outputToken: "token" },
    },
    want: [
      "compatible minor ModifiedTrait.Add.smithy.api#paginated t#Do: trait smithy.api#paginated was added. Clients may page through the results.",
    ],
  },
  {
    title: "a waiter",
    edits: {
      "Do/traits/smithy.waiters#waitable": {
        Done: { acceptors: [{ state: "success", matcher: { success: true } }] },
      },
    },
    want: [
      "compatible minor ModifiedTrait.Add.smithy.waiters#waitable t#Do: trait smithy.waiters#waitable was added. Clients may wait for a state.",
    ],
  },
  {
    title: "other rules for endpoints",
    before: { "Service/traits/smithy.rules#endpointRuleSet": endpointRules("https://a") },
    edits: { "Service/traits/smithy.rules#endpointRuleSet": endpointRules("https://b") },
    want: [
      "dangerous minor ModifiedTrait.Update.smithy.rules#endpointRuleSet t#Service: trait smithy.rules#endpointRuleSet changed. Clients may send requests to another endpoint.",
    ],
  },
  {
    title: "a second protocol",
    edits: { "Service/traits/smithy.protocols#rpcv2Json": {} },
    want: [
      "compatible patch ModifiedTrait.Add.smithy.protocols#rpcv2Json t#Service: trait smithy.protocols#rpcv2Json was added. Clients of this protocol may call the service.",
    ],
  },
  {
    title: "ModifiedTrait.Add",
    edits: { "Text/traits": { "t#unused": {} } },
    want: ["compatible patch ModifiedTrait.Add.t#unused t#Text: trait t#unused was added."],
  },
  {
    title: "ModifiedTrait.Remove",
    before: { "Text/traits": { "t#unused": {} } },
    edits: { "Text/traits": {} },
    want: [
      "dangerous patch ModifiedTrait.Remove.t#unused t#Text: trait t#unused was removed. Tools that read it may behave differently.",
    ],
  },
  {
    title: "TraitBreakingChange of a trait that the model defines",
    before: { "Text/traits": { "t#ruled": {} } },
    edits: { "Text/traits": {} },
    want: [
      "breaking patch TraitBreakingChange.Remove.t#ruled t#Text: trait t#ruled was removed. The definition of the trait calls this a breaking change.",
    ],
  },
  {
    title: "TraitBreakingChange of a part of a trait that the model defines",
    before: { "Text/traits": { "t#ruled": { part: 1 } } },
    edits: { "Text/traits": { "t#ruled": { part: 2 } } },
    want: [
      "dangerous patch TraitBreakingChange.Update.t#ruled t#Text: trait t#ruled changed. The definition of the trait calls this dangerous.",
    ],
  },
  {
    title: "a trait of a shape that the service does not use",
    before: { Unused: { type: "string" } },
    edits: { "Unused/traits": { "smithy.api#length": { max: 1 } } },
    want: [
      "compatible patch ModifiedTrait.Add.smithy.api#length t#Unused: trait smithy.api#length was added.",
    ],
  },
  {
    title: "properties of a resource",
    edits: { "Thing/traits": { "smithy.api#noReplace": {} } },
    want: [
      "dangerous patch ModifiedTrait.Add.smithy.api#noReplace t#Thing: trait smithy.api#noReplace was added. Tools that manage resources may see other properties.",
    ],
  },
];
