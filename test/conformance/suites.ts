import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { MalformedTest, SuiteModel } from "./test-format.js";

/** The official suites that the runner knows. */
export const suiteNames = [
  "restJson1",
  "restJson1-apigateway",
  "restJson1-glacier",
  "restJson1-validation",
  "other-protocols/awsJson1_0",
  "other-protocols/awsJson1_0-queryCompatible",
  "other-protocols/awsJson1_1",
  "other-protocols/awsJson1_1-machinelearning",
  "other-protocols/awsQuery",
  "other-protocols/ec2Query",
  "other-protocols/restXml",
  "other-protocols/restXml-s3",
  "other-protocols/restXmlWithNamespace",
  "other-protocols/rpcv2Cbor",
  "other-protocols/rpcv2Cbor-nonQueryCompatible",
  "other-protocols/rpcv2Cbor-queryCompatible",
  "other-protocols/rpcv2Json",
] as const;

export type SuiteName = (typeof suiteNames)[number];

/** One suite: its model, and its tests of malformed requests with their parameters expanded. */
export interface Suite {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly model: SuiteModel;
  readonly malformed: Readonly<Record<string, readonly MalformedTest[]>>;
}

const repository = fileURLToPath(new URL("../../", import.meta.url));

/** Where the suites are, which are not part of this repository; `undefined` where they are not there. */
export function findSuites(): string | undefined {
  const given = process.env["SMITHY_PROTOCOL_TESTS"];
  const folder = resolve(repository, given ?? "../shared/protocol-tests");
  return existsSync(join(folder, "restJson1.json")) ? folder : undefined;
}

/** Turns integers that JavaScript would round into text, where they are the value of a member. */
function withExactIntegers(text: string): string {
  return text.replace(/(?<!\\)("\s*:\s*)(-?\d{16,})(?=\s*[,}])/g, '$1"$2"');
}

/** Reads a suite. */
export async function readSuite(folder: string, name: SuiteName): Promise<Suite> {
  const bytes = await readFile(join(folder, `${name}.json`));
  const malformed = join(folder, `${name}.malformed.json`);
  return {
    name,
    bytes,
    model: JSON.parse(withExactIntegers(bytes.toString("utf8"))) as SuiteModel,
    malformed: existsSync(malformed)
      ? (JSON.parse(await readFile(malformed, "utf8")) as Suite["malformed"])
      : {},
  };
}
