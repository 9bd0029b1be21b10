import { describe, expect, it } from "vitest";
import { assemble } from "../../../codegen/src/model/assemble/assemble.js";
import { flattenMixins } from "../../../codegen/src/model/flatten-mixins.js";
import { parseSelector } from "../../../codegen/src/selectors/parse-selector.js";
import { select } from "../../../codegen/src/selectors/select.js";
import { SelectorError } from "../../../codegen/src/selectors/selector.js";
import { ShapeGraph } from "../../../codegen/src/selectors/shape-graph.js";

/* What selectors match (Smithy 2.0, "Selectors"): each row is a feature of the language. */

const idl = `$version: "2.0"
namespace a

@trait(selector: "service")
list allowed { member: String }

@trait
@mark
structure mark {}

@mark
@allowed(["in", "out"])
service Shop {
    version: "2026-01-01"
    operations: [Ping]
    resources: [Order]
    errors: [Broken]
}

@tags(["in"])
operation Ping { input: PingInput }

@input
structure PingInput { count: Count }

@range(min: 1, max: 5)
integer Count

@mark
resource Order {
    identifiers: { orderId: OrderId }
    properties: { note: Note }
    read: GetOrder
    create: PutOrder
    operations: [Touch]
    collectionOperations: [Sweep]
    resources: [Line]
}

resource Line { identifiers: { orderId: OrderId, lineId: String } }

@readonly
@tags(["bad", "in"])
operation GetOrder { input := for Order { @required $orderId } output := { @required note: Note } errors: [Missing] }
operation PutOrder {}
operation Touch {}
operation Sweep {}

@length(min: 1, max: 20)
@documentation("An id. Of an ORDER.")
string OrderId

@externalDocumentation(Home: "https://example.com", "Other Page": "https://example.org")
string Note

@error("server")
@httpError(500)
structure Broken {}

@error("client")
@httpError(404)
structure Missing {}

@mixin
structure Base { base: Long }
structure Derived with [Base] { own: Float }

list Counts { member: Count }
map Notes { key: String, value: Note }
union Choice { left: String, right: Tree }
structure Tree { children: Trees }
list Trees { member: Tree }
enum Color {
  RED
  @deprecated
  BLUE = "blue"
}
intEnum Level {
  LOW = 1
}
`;

const { model, events } = assemble([{ name: "a.smithy", bytes: Buffer.from(idl) }]);
const graph = new ShapeGraph(flattenMixins(model), model);

/** The ids in the namespace of the model that a selector matches, without the namespace. */
function match(selector: string): readonly string[] {
  return [...select(graph, parseSelector(selector))]
    .map(({ id }) => id)
    .filter((id) => id.startsWith("a#"))
    .map((id) => id.slice(2))
    .sort();
}

it("is tried on a valid model", () => {
  expect(events).toEqual([]);
});

describe("matches", () => {
  it.each<[selector: string, want: readonly string[]]>([
    ["service", ["Shop"]],
    ["resource", ["Line", "Order"]],
    ["list", ["Counts", "Trees", "allowed"]],
    ["collection", ["Counts", "Trees", "allowed"]],
    ["number", ["Count", "Level"]],
    ["integer", ["Count", "Level"]],
    ["intEnum", ["Level"]],
    ["string", ["Color", "Note", "OrderId"]],
    ["enum > member", ["Color$BLUE", "Color$RED"]],
    ["enum > member [trait|deprecated]", ["Color$BLUE"]],
    ["map > member", ["Notes$key", "Notes$value"]],
    ["serviceType [id|name ^= P]", ["Ping", "PutOrder"]],

    ["[trait|range|min = 1]", ["Count"]],
    ["[trait|range|max > 4]", ["Count"]],
    ["[trait|range|max >= 6]", []],
    ["[trait|httpError < 500]", ["Missing"]],
    ["[trait|httpError >= 'no number']", []],
    ["[trait|error != client]", ["Broken"]],
    ["[trait|error = client, server]", ["Broken", "Missing"]],
    ["string [trait|documentation *= order]", []],
    ["string [trait|documentation *= order i]", ["OrderId"]],
    ["string [trait|documentation $= 'ORDER.']", ["OrderId"]],
    ["[trait|documentation|nothing|there]", []],
    ["string [trait|documentation|(length) > 10]", ["OrderId"]],
    ["[trait|externalDocumentation|'Other Page']", ["Note"]],
    ["[trait|externalDocumentation|(keys) = Home]", ["Note"]],
    ["[trait|externalDocumentation|(values) ^= 'https://example.org']", ["Note"]],
    ["[trait|externalDocumentation|(length) = 2]", ["Note"]],
    ["[trait|a#mark]", ["Order", "Shop", "mark"]],
    ["service [trait|(keys)|namespace = a]", ["Shop"]],
    ["operation [trait|(length) = 2]", ["GetOrder"]],
    ["operation [trait|readonly ?= false] [trait|tags ?= true]", ["Ping"]],
    ["[id = a#Count]", ["Count"]],
    ["[id = 'a#Tree$children']", ["Tree$children"]],
    ["[id|member = note]", ["GetOrderOutput$note"]],
    ["[id|member|(length) > 7]", ["Tree$children"]],
    ["[service]", ["Shop"]],
    ["[service = a#Shop]", ["Shop"]],
    ["[service|id|name = Shop] [service|version ^= '2026-']", ["Shop"]],

    ["[@trait|range: @{min} < @{max} && @{max} = 5]", ["Count"]],
    ["[@trait|range: @{min} > @{max}]", []],
    ["structure [@: @{trait|(keys)} = @{id}]", ["mark"]],
    ["[@trait|externalDocumentation|(values): @{nothing} ?= false]", ["Note"]],

    ["list > member > *", ["Count", "Tree"]],
    ["operation -[input, output]-> structure", ["GetOrderInput", "GetOrderOutput", "PingInput"]],
    ["operation -[error]->", ["Missing"]],
    ["service -[error]->", ["Broken"]],
    ["resource -[identifier]->", ["OrderId"]],
    ["resource -[property]->", ["Note"]],
    ["resource -[read]->", ["GetOrder"]],
    ["resource -[operation]->", ["GetOrder", "PutOrder", "Sweep", "Touch"]],
    ["resource -[instanceOperation]->", ["GetOrder", "Touch"]],
    ["resource -[collectionOperation]->", ["PutOrder", "Sweep"]],
    ["operation -[bound]->", ["Order", "Shop"]],
    ["resource -[bound]->", ["Order", "Shop"]],
    ["structure -[mixin]->", ["Base"]],
    ["structure [id|name = Derived] > member", ["Derived$base", "Derived$own"]],
    ["service -[trait]-> [id|namespace = a]", ["allowed", "mark"]],
    ["[trait|trait] :not(<-[trait]-) [id|namespace = a]", []],
    ["operation -[unknown]->", []],
    ["string < member < list", ["allowed"]],
    ["integer < member < list", ["Counts"]],
    ["[trait|error] <-[error]- operation", ["GetOrder"]],
    ["resource [id|name = Line] ~> *", ["OrderId"]],
    ["union ~> structure", ["Tree"]],
    ["[id|name = Tree] ~> structure", ["Tree"]],
    ["service ~> operation", ["GetOrder", "Ping", "PutOrder", "Sweep", "Touch"]],

    ["list :test(> member > integer)", ["Counts"]],
    ["list :not(> member > integer) [id|namespace = a]", ["Trees", "allowed"]],
    [":is(service, union)", ["Choice", "Shop"]],
    [":each(service, union)", ["Choice", "Shop"]],
    ["service :in(:root(service))", ["Shop"]],
    ["integer :in(:root(operation -[input]-> ~> integer))", ["Count"]],
    ["string :in(:root(operation -[input]-> ~> number))", []],
    ["service $ops(~> operation) ${ops} [trait|readonly]", ["GetOrder"]],
    ["service ${missing}", []],
    [":unknown(service)", []],
    [
      ":topdown([trait|a#mark])",
      ["GetOrder", "Line", "Order", "Ping", "PutOrder", "Shop", "Sweep", "Touch"],
    ],
    [
      "resource :topdown([trait|a#mark], [trait|readonly])",
      ["Line", "Order", "PutOrder", "Sweep", "Touch"],
    ],
    ["list [id|name = Trees] :recursive(> *)", ["Tree", "Tree$children", "Trees", "Trees$member"]],
    [
      "service [trait|a#allowed] $shop(*) ~> [trait|tags] :not([@: @{trait|tags|(values)} {<} @{var|shop|trait|a#allowed|(values)}])",
      ["GetOrder"],
    ],
    [
      "service [trait|a#allowed] $shop(*) ~> [trait|tags] :not([@: @{trait|tags|(values)} = @{var|shop|trait|a#allowed|(values)}])",
      [],
    ],
    ["[@: @{trait|tags|(values)} {<<} @{trait|tags|(values)}]", []],
    ["[@: @{trait|tags|(values)} {=} @{trait|tags|(values)}]", ["GetOrder", "Ping"]],
    [
      "operation [@: @{trait|tags|(values)} {!=} @{trait|range}] [trait|tags]",
      ["GetOrder", "Ping"],
    ],
  ])("%s", (selector, want) => {
    expect(match(selector)).toEqual(want);
  });
});

describe("refuses", () => {
  it.each<[selector: string, offset: number, message: string]>([
    ["", 0, "expected a selector, found the end"],
    ["strng", 0, 'unknown shape type "strng". Did you mean string?'],
    ["string =", 7, 'expected a selector, found "="'],
    ["[trait|", 7, "expected an identifier, a number or a text in quotes, found the end"],
    ["[trait = ']", 9, "the text that begins here has no end"],
    ["[trait == x]", 8, 'expected an identifier, a number or a text in quotes, found "="'],
    [":not(string", 11, 'expected ")", found the end'],
    [":not(string, list)", 1, "the function :not needs 1 selectors, found 2"],
    ["-[input]-", 8, 'expected "->", found "-"'],
    ["$x", 2, 'expected "(", found the end'],
    ["string)", 6, 'expected a selector, found ")"'],
    [":is(".repeat(100), 260, "selectors are nested more than 64 deep"],
  ])("%s", (selector, offset, message) => {
    const parse = (): unknown => parseSelector(selector);
    expect(parse).toThrow(SelectorError);
    expect(parse).toThrow(expect.objectContaining({ offset, message }) as Error);
  });
});
