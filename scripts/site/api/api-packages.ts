import { relative } from "node:path";

/** A module of a package whose exports are described. */
export interface ApiModule {
  /** The name of its page. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly file: string;
}

/** A package, and its modules that are described. */
export interface ApiPackage {
  readonly tsconfig: string;
  readonly folder: string;
  readonly modules: readonly ApiModule[];
}

/** The packages and modules that the site describes. */
export const apiPackages: readonly ApiPackage[] = [
  {
    tsconfig: "generated/tsconfig.json",
    folder: "generated/src",
    modules: [
      {
        name: "client",
        title: "apigatewayv2-codec/client",
        description: "The client, its configuration, and its errors.",
        file: "generated/src/client.ts",
      },
      {
        name: "server",
        title: "apigatewayv2-codec/server",
        description: "The handler of requests, its options and its functions.",
        file: "generated/src/server.ts",
      },
      {
        name: "node",
        title: "apigatewayv2-codec/server/node",
        description: "The server as a listener of Node.js.",
        file: "generated/src/server/node.ts",
      },
      {
        name: "lambda",
        title: "apigatewayv2-codec/server/lambda",
        description: "The server as a function of AWS Lambda.",
        file: "generated/src/server/lambda.ts",
      },
      {
        name: "types",
        title: "Runtime types",
        description: "The types of messages, options and issues that all operations share.",
        file: "generated/src/runtime/types.ts",
      },
    ],
  },
  {
    tsconfig: "codegen/tsconfig.json",
    folder: "codegen/src",
    modules: [
      {
        name: "generator",
        title: "smithy-codec",
        description: "The generator as a library.",
        file: "codegen/src/index.ts",
      },
    ],
  },
];

/** Returns the path of a module within the sources of its package, without its extension. */
export function pathOf({ folder }: ApiPackage, { file }: ApiModule): string {
  return relative(folder, file).replaceAll("\\", "/").replace(/\.ts$/, "");
}
