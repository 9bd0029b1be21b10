/** Models for what API Gateway's model does not have: recursion, and any number of shapes. */
type Shapes = Record<string, object>;

const string = { target: "smithy.api#String" };

/** Returns a service with one structure, which contains itself. */
export function recursiveModel(): object {
  return model(["Get"], {
    "example#Get": operation("GET", "/tree", "example#GetInput", "example#Tree"),
    "example#GetInput": { type: "structure", members: {} },
    "example#Tree": {
      type: "structure",
      members: { Child: { target: "example#Tree" }, Name: string },
    },
  });
}

/** Returns a service with a number of operations, each with its own path. */
export function operationsModel(count: number): object {
  const shapes: Shapes = {};
  const names = Array.from({ length: count }, (_, index) => `Get${index}`);
  for (const [index, name] of names.entries()) {
    shapes[`example#${name}`] = operation("GET", `/v1/kind${index}/{Id}`, `example#${name}Input`);
    shapes[`example#${name}Input`] = {
      type: "structure",
      members: {
        Id: { ...string, traits: { "smithy.api#httpLabel": {}, "smithy.api#required": {} } },
      },
    };
  }
  return model(names, shapes);
}

/** Returns a service with one structure, which has a number of members. */
export function wideModel(count: number): object {
  const members = Array.from({ length: count }, (_, index) => [`Member${index}`, string] as const);
  return model(["Put"], {
    "example#Put": operation("POST", "/wide", "example#Wide", "example#Wide"),
    "example#Wide": { type: "structure", members: Object.fromEntries(members) },
  });
}

/** Returns a service with a number of shapes, mostly structures with eight members that refer to others. */
export function shapesModel(count: number): object {
  const perOperation = 10;
  const shapes: Shapes = {};
  const names = Array.from({ length: Math.ceil(count / perOperation) }, (_, i) => `Put${i}`);
  for (const [index, name] of names.entries()) {
    const part = (number: number): string => `example#Part${index}x${number}`;
    shapes[`example#${name}`] = operation("POST", `/v1/kind${index}`, part(0), part(1));
    for (let number = 0; number < perOperation - 1; number++) {
      shapes[part(number)] = {
        type: "structure",
        members: {
          Id: { ...string, traits: { "smithy.api#required": {} } },
          [`Name${number}`]: string,
          [`Text${index}`]: { ...string, traits: { "smithy.api#length": { min: 1, max: 64 } } },
          Count: { target: "smithy.api#Integer" },
          Enabled: { target: "smithy.api#Boolean" },
          Made: { target: "smithy.api#Timestamp" },
          ...(number > 0 && number + 1 < perOperation - 1
            ? { Next: { target: part(number + 1) } }
            : {}),
          ...(number === 0 ? { First: { target: part(2) } } : {}),
        },
      };
    }
  }
  return model(names, shapes);
}

function operation(method: string, uri: string, input: string, output?: string): object {
  return {
    type: "operation",
    input: { target: input },
    output: { target: output ?? "smithy.api#Unit" },
    traits: { "smithy.api#http": { method, uri, code: 200 } },
  };
}

function model(operations: readonly string[], shapes: Shapes): object {
  return {
    smithy: "2.0",
    shapes: {
      "example#Example": {
        type: "service",
        version: "2026-01-01",
        operations: operations.map((name) => ({ target: `example#${name}` })),
        traits: { "aws.protocols#restJson1": {} },
      },
      ...shapes,
    },
  };
}
