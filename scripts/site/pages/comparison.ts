import type { Page } from "../page.js";
import type { Figures } from "../read/figures.js";

/** The comparison with other tools: what each does better. Figures come from the benchmarks. */
export function comparisonPage(figures: Figures): Page {
  const { clientSize, importTime, signedCall, zod, valibot, generation } = figures;
  return {
    path: "project/comparison",
    title: "Why this and not ...",
    description:
      "What other tools do better, and what this one does: smithy-typescript, the AWS SDK, hey-api, zod, tRPC.",
    text: `# Why this and not ...

Each of these tools is a good choice for something. The figures are from the [benchmarks](/project/benchmarks).

| If you have | Use |
| --- | --- |
| a Smithy model, and want TypeScript without a JVM in the build | smithy-codec |
| Amazon API Gateway V2 to call, to serve, to mock or to validate | apigatewayv2-codec |
| AWS services to call, with profiles, SSO and every feature | the AWS SDK |
| a Smithy model, and teams that generate in several languages | Smithy's own generators |
| an OpenAPI document | hey-api/openapi-ts |
| no model, and TypeScript on both sides | tRPC or ts-rest |
| no model, and data to check | valibot or zod |

## Smithy's own generator

[smithy-typescript](https://github.com/smithy-lang/smithy-typescript) is the reference, and the AWS SDK is generated with it.

What it does better:

- It is the reference: a trait that is new in Smithy works there first.
- It has plugins for every step in Java, and the same build makes clients in other languages.
- Its clients have middleware, which can change anything in a call.

What smithy-codec does better:

- It needs no JVM. The official generator is a plugin of the Smithy build, which is run by the
  [Smithy CLI or Gradle](https://github.com/smithy-lang/smithy-typescript#generating-a-client). Here it is \`npm install\` and \`npx\`; a formatted
  client and server of \`apigatewayv2-codec\` take ${generation} s, [and a second run takes less](/project/benchmarks#generation).
- The output is a folder in your project, with \`--check\` for CI and \`diff\` for reviews, and codecs without a client.
- It generates validators for both sides, and every error in input says where it is.
- Models are untrusted input: [no text in a model can become code](/project/security).

If you use Smithy's build already, [smithy-codec is also a plugin of it](/generator/regenerate-when-the-model-changes#in-large-builds).

## The AWS SDK

[\`@aws-sdk/client-apigatewayv2\`](https://www.npmjs.com/package/@aws-sdk/client-apigatewayv2) is what most people should use to call AWS from
a server.

What it does better:

- It covers all services, and AWS supports it.
- It finds credentials and regions everywhere: files, SSO, containers, instances. Here they come from the environment or from
  [a provider of the SDK](/codec/call-the-service) that you pass.
- Presigned URLs, middleware, adaptive retries. [What the client here does not do](/codec/call-the-service#what-it-does-not-do) is listed.

What apigatewayv2-codec does better:

- It is small and starts fast: a client of one operation is ${clientSize.ours} KB in a bundle, with the SDK ${clientSize.sdk} KB. Importing one
  operation takes ${importTime.ours} ms, the SDK's client ${importTime.sdk} ms. A signed call takes the SDK ${signedCall} times the CPU time.
- It also has a server, and pure functions that need no network.
- It checks what it reads and sends. The SDK returns \`{ "a": 1 }\` as a \`Record<string, string>\`.
- Errors are in the types: \`api.getApi.safe(input)\` lists those of the operation.

The two fit together: values are assignable to the SDK's types, and errors are instances of the SDK's class of the same name.

## hey-api/openapi-ts

[openapi-ts](https://heyapi.dev) generates TypeScript from OpenAPI.

What it does better:

- OpenAPI is what most services publish.
- It has many plugins: HTTP clients, TanStack Query, zod and valibot schemas.
- Its ecosystem and its community are far larger.

What smithy-codec does better:

- Smithy models describe more: errors with their codes, pagination, waiters, retries, endpoints, several protocols. All of this is in the code.
- Binary and XML protocols, AWS signatures, event streams.
- A server from the same model, tested against Smithy's own conformance suites.

## zod and valibot

[zod](https://zod.dev) and [valibot](https://valibot.dev) describe data in TypeScript itself.

What they do better:

- There is no model and no generator: you write the schema beside the code, and change it there.
- Transformations, refinements with your own functions, parts of a schema: \`pick\`, \`partial\`, \`extend\`.
- valibot is smaller for small schemas. [One schema here](/project/benchmarks#bundle-size) includes the codec of its shape.

What smithy-codec does better:

- One model for all languages and both sides, instead of a schema for TypeScript alone.
- It is fast: to check a value of 6 KB, zod takes ${Math.round(zod)} times the time, and valibot ${Math.round(valibot)} times. Both also copy the value.
- Lengths are counted in code points, as Smithy does, so that the result is the same as in the service.

Schemas here implement [Standard Schema](https://standardschema.dev), as zod and valibot schemas do: a library that accepts one accepts the other.

## tRPC and ts-rest

[tRPC](https://trpc.io/docs) and [ts-rest](https://github.com/ts-rest/ts-rest) share types between a client and a server in TypeScript, without
generated code.

What they do better:

- Nothing to generate: a change of the server is a type error in the client at once.
- tRPC batches requests and has subscriptions and bindings for frameworks. ts-rest has contracts with routes of your choice.

What smithy-codec does better:

- The contract is independent of the language: other teams generate clients in Java, Python or Rust from the same model.
- The messages are those of a specified protocol, so that any client of that protocol can call your server.
- \`diff\` says whether a change of the contract breaks clients.

Its schemas also work as inputs of tRPC's procedures.`,
  };
}
