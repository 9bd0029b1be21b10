import {
  CorsSchema,
  deserializeCors,
  serializeCors,
  validateCors,
  type Cors,
  type CorsWire,
} from "apigatewayv2-codec";
import { describe, expectTypeOf, it } from "vitest";

// These are checked by the compiler (`npm run typecheck`); run, they do nothing.

describe("the functions of a structure", () => {
  it("write what has its type, and read anything into it", () => {
    expectTypeOf(serializeCors).parameter(0).toEqualTypeOf<Cors>();
    expectTypeOf(deserializeCors).parameter(0).toBeUnknown();
    expectTypeOf(deserializeCors).returns.toEqualTypeOf<Cors>();
  });

  it("validate anything, and answer with a typed value or with issues", () => {
    type Result = ReturnType<typeof validateCors>;
    type Issues = Extract<Result, { ok: false }>;
    expectTypeOf(validateCors).parameter(0).toBeUnknown();
    expectTypeOf<Extract<Result, { ok: true }>["value"]>().toEqualTypeOf<Cors>();
    expectTypeOf<Issues["issues"][number]["path"]>().toBeString();
    expectTypeOf<Issues["omitted"]>().toBeNumber();
    const careless = (): unknown => {
      const result = validateCors({});
      // @ts-expect-error There is a value only where all is well.
      return result.value;
    };
    expectTypeOf(careless).toBeFunction();
  });
});

/** The interface of Standard Schema, version 1, as it publishes it. */
interface StandardSchemaV1<Input = unknown, Output = Input> {
  readonly "~standard": {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => Result<Output> | Promise<Result<Output>>;
    readonly types?: { readonly input: Input; readonly output: Output } | undefined;
  };
}

type Result<Output> =
  { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly Issue[] };

interface Issue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}

/** What consumers of Standard Schema infer. */
type TypesOf<Schema extends StandardSchemaV1> = NonNullable<Schema["~standard"]["types"]>;

describe("schemas", () => {
  it("are Standard Schemas", () => {
    expectTypeOf(CorsSchema).toExtend<StandardSchemaV1>();
    expectTypeOf(CorsSchema).toExtend<StandardSchemaV1<unknown, Cors>>();
  });

  it("take the structure's JSON and give the structure's type", () => {
    expectTypeOf<TypesOf<typeof CorsSchema>["input"]>().toEqualTypeOf<CorsWire>();
    expectTypeOf<TypesOf<typeof CorsSchema>["output"]>().toEqualTypeOf<Cors>();
  });

  it("are synchronous", () => {
    type Validate = (typeof CorsSchema)["~standard"]["validate"];
    type Answer = ReturnType<Validate>;
    expectTypeOf<Parameters<Validate>[0]>().toBeUnknown();
    expectTypeOf<Extract<Answer, Promise<unknown>>>().toBeNever();
    expectTypeOf<Extract<Answer, { value: unknown }>["value"]>().toEqualTypeOf<Cors>();
  });
});
