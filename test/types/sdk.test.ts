import type * as sdk from "@aws-sdk/client-apigatewayv2";
import * as codec from "apigatewayv2-codec";
import { describe, expect, expectTypeOf, it } from "vitest";
import { service } from "../properties/service.js";

// The types are checked by the compiler (`npm run typecheck`).

type Codec = typeof codec;
type Sdk = typeof sdk;

/** The operations of the generated package: the exports that have the four functions. */
type OperationName = {
  [Name in keyof Codec]: Codec[Name] extends { serializeRequest: unknown } ? Name : never;
}[keyof Codec];

/** The operations of the SDK: the exported commands, save for the base class of all. */
type CommandName = Exclude<
  { [Name in keyof Sdk]: Name extends `${infer Operation}Command` ? Operation : never }[keyof Sdk],
  "$"
>;

type Command<Name extends CommandName> = InstanceType<Sdk[`${Name}Command`]>;

interface Ours<Name extends OperationName> {
  readonly input: NonNullable<Parameters<Codec[Name]["serializeRequest"]>[0]>;
  readonly output: ReturnType<Codec[Name]["deserializeResponse"]>;
}

interface Theirs<Name extends CommandName> {
  readonly input: Command<Name>["input"];
  /** Without `$metadata`, which describes the transport. */
  readonly output: Omit<OutputOf<Command<Name>>, "$metadata">;
}

type OutputOf<AnyCommand extends { resolveMiddleware: unknown }> =
  AnyCommand["resolveMiddleware"] extends (
    ...args: never
  ) => (...args: never) => Promise<{ output: infer Output }>
    ? Output
    : never;

/*
 * The types differ in four points, each of which has a test of its own below: the SDK lets required
 * members be undefined, closes its enums, has a class of its own for payloads of bytes, and has no
 * member that is required of servers alone. Apart from these, values of either side can be used on the other.
 */

/** A type of the SDK, with its required members there. */
type Firm<T> = T extends Scalar
  ? T
  : T extends readonly (infer Item)[]
    ? Firm<Item>[]
    : { [Name in keyof T]: Firm<Exclude<T[Name], undefined>> };

/** A type of the SDK with open enums, plain bytes, and members that may be left out. */
type Open<T> = T extends string
  ? string
  : T extends Uint8Array
    ? Uint8Array
    : T extends Scalar
      ? T
      : T extends readonly (infer Item)[]
        ? Open<Item>[]
        : { [Name in keyof T]?: Open<T[Name]> | undefined };

type Scalar = string | number | boolean | Date | Uint8Array | undefined;

type Side = "input" | "output";

/** The operations for which a value of ours cannot be used in the SDK. */
type RefusedThere<Which extends Side> = {
  [Name in OperationName]: [Ours<Name>[Which]] extends [Open<Theirs<Name>[Which]>] ? never : Name;
}[OperationName];

/** The operations for which a value of the SDK cannot be used here. */
type RefusedHere<Which extends Side> = {
  [Name in OperationName]: [Firm<Theirs<Name>[Which]>] extends [Ours<Name>[Which]] ? never : Name;
}[OperationName];

/** The operations that have other members here than there, which the above would not always tell. */
type OtherMembers<Which extends Side> = {
  [Name in OperationName]:
    | Exclude<MemberOf<Ours<Name>[Which]>, MemberOf<Theirs<Name>[Which]>>
    | Exclude<MemberOf<Theirs<Name>[Which]>, MemberOf<Ours<Name>[Which]>>;
}[OperationName];

/** The names of a structure's members; an object that holds nothing has none. */
type MemberOf<Structure> = string extends keyof Structure ? never : keyof Structure;

describe("types of the SDK", () => {
  it("are found for every operation, so that what follows says something", () => {
    expectTypeOf<OperationName>().toEqualTypeOf<CommandName>();
    expectTypeOf<Theirs<"CreateApi">["input"]>().toEqualTypeOf<sdk.CreateApiCommandInput>();
    expectTypeOf<Theirs<"GetApi">["output"]>().toEqualTypeOf<
      Omit<sdk.GetApiCommandOutput, "$metadata">
    >();
    const operations = new Set(service.operations.map(({ name }) => name));
    expect(Object.keys(codec).filter((name) => operations.has(name))).toHaveLength(103);
  });

  it("have the same members", () => {
    expectTypeOf<OtherMembers<"input">>().toBeNever();
    expectTypeOf<OtherMembers<"output">>().toBeNever();
  });

  it("take our inputs and outputs", () => {
    expectTypeOf<RefusedThere<"input">>().toBeNever();
    expectTypeOf<RefusedThere<"output">>().toBeNever();
  });

  it("can be used as our inputs and outputs", () => {
    expectTypeOf<RefusedHere<"input">>().toBeNever();
    expectTypeOf<RefusedHere<"output">>().toBeNever();
  });
});

describe("differences from the types of the SDK", () => {
  it("the SDK lets required members be undefined, which have no undefined here", () => {
    expectTypeOf<sdk.GetIntegrationResponseRequest["ApiId"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<codec.GetIntegrationResponseRequest["ApiId"]>().toEqualTypeOf<string>();
  });

  it("the SDK has no way to say that a service sent an enum value of a later model", () => {
    type Sent = codec.Api<codec.Received>["ProtocolType"];
    expectTypeOf<codec.ProtocolType>().toEqualTypeOf<sdk.ProtocolType>();
    expectTypeOf<"A_LATER_PROTOCOL">().not.toExtend<sdk.Api["ProtocolType"]>();
    expectTypeOf<"A_LATER_PROTOCOL">().toExtend<Sent>();
  });

  it("the SDK has a class of its own for bytes, which are bytes here", () => {
    expectTypeOf<sdk.ExportApiCommandOutput["body"]>().not.toEqualTypeOf<Uint8Array | undefined>();
    expectTypeOf<codec.ExportApiResponse["body"]>().toEqualTypeOf<Uint8Array | undefined>();
  });

  it("required members may be undefined there, and here only in what a service sent", () => {
    expectTypeOf<sdk.Api["Name"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<codec.Api["Name"]>().toEqualTypeOf<string>();
    expectTypeOf<codec.Api<codec.Received>["Name"]>().toEqualTypeOf<string | undefined>();
  });
});
