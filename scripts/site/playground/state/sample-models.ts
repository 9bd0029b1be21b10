import type { ModelLanguage } from "../workers/protocol.js";

const idl = `$version: "2"

namespace example.coffee

use aws.protocols#restJson1

/// Takes orders of a coffee shop.
@restJson1
service CoffeeShop {
    version: "2026-01-31"
    operations: [CreateOrder, GetOrder]
    errors: [NotFound]
}

/// Places an order.
@http(method: "POST", uri: "/orders", code: 201)
operation CreateOrder {
    input := {
        @required
        drink: Drink

        /// How many cups.
        @range(min: 1, max: 12)
        cups: Integer = 1

        /// The name that is called when the order is ready.
        @required
        @length(min: 1, max: 40)
        customer: String

        /// When the customer wants to fetch it.
        pickUp: Timestamp
    }
    output := {
        @required
        orderId: String
        readyAt: Timestamp
    }
}

@readonly
@http(method: "GET", uri: "/orders/{orderId}")
operation GetOrder {
    input := {
        @required
        @httpLabel
        @pattern("^[a-z0-9-]{1,36}$")
        orderId: String
    }
    output := {
        @required
        drink: Drink
        customer: String
    }
}

enum Drink {
    ESPRESSO = "espresso"
    FLAT_WHITE = "flat-white"

    /// With oat milk, if there is any.
    LATTE = "latte"
}

@error("client")
@httpError(404)
structure NotFound {
    @required
    message: String
}
`;

const ast = {
  smithy: "2.0",
  shapes: {
    "example.notes#Notes": {
      type: "service",
      version: "2026-01-31",
      operations: [{ target: "example.notes#AddNote" }],
      traits: { "aws.protocols#restJson1": {} },
    },
    "example.notes#AddNote": {
      type: "operation",
      input: { target: "example.notes#AddNoteInput" },
      output: { target: "example.notes#AddNoteOutput" },
      errors: [{ target: "example.notes#TooMany" }],
      traits: {
        "smithy.api#documentation": "Adds a note to a notebook.",
        "smithy.api#http": { method: "POST", uri: "/notebooks/{notebook}/notes" },
      },
    },
    "example.notes#AddNoteInput": {
      type: "structure",
      members: {
        notebook: {
          target: "smithy.api#String",
          traits: { "smithy.api#required": {}, "smithy.api#httpLabel": {} },
        },
        text: {
          target: "smithy.api#String",
          traits: { "smithy.api#required": {}, "smithy.api#length": { min: 1, max: 280 } },
        },
        color: { target: "example.notes#Color" },
      },
      traits: { "smithy.api#input": {} },
    },
    "example.notes#AddNoteOutput": {
      type: "structure",
      members: { createdAt: { target: "smithy.api#Timestamp" } },
      traits: { "smithy.api#output": {} },
    },
    "example.notes#Color": {
      type: "enum",
      members: {
        YELLOW: {
          target: "smithy.api#Unit",
          traits: { "smithy.api#enumValue": "yellow" },
        },
        BLUE: { target: "smithy.api#Unit", traits: { "smithy.api#enumValue": "blue" } },
      },
    },
    "example.notes#TooMany": {
      type: "structure",
      members: { message: { target: "smithy.api#String" } },
      traits: { "smithy.api#error": "client", "smithy.api#httpError": 429 },
    },
  },
};

/** The models that the editors start with. */
export const sampleModels: Readonly<Record<ModelLanguage, string>> = {
  smithy: idl,
  json: `${JSON.stringify(ast, undefined, 2)}\n`,
};
