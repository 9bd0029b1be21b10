/** A value with what real messages have: nested lists, maps, timestamps, blobs, numbers and text. */
export interface Batch {
  readonly Id: string;
  readonly Name: string;
  readonly Created: Date;
  readonly Total: number;
  readonly Active: boolean;
  readonly Checksum: Uint8Array;
  readonly Tags: Record<string, string>;
  readonly Records?: readonly BatchRecord[];
}

interface BatchRecord {
  readonly Id: string;
  readonly Title: string;
  readonly Note: string;
  readonly State: string;
  readonly Count: number;
  readonly Ratio: number;
  readonly Enabled: boolean;
  readonly Updated: Date;
  readonly Data: Uint8Array;
  readonly Labels: readonly string[];
  readonly Attributes: Record<string, string>;
  readonly Parts: readonly { readonly Number: number; readonly Etag: string; readonly At: Date }[];
}

/** A batch that is about 300 bytes, 6 KB or 200 KB as JSON. */
export interface BatchSample {
  readonly name: "S" | "M" | "L";
  readonly value: Batch;
}

export const batchSamples: readonly BatchSample[] = [
  { name: "S", value: makeBatch(0) },
  { name: "M", value: makeBatch(12) },
  { name: "L", value: makeBatch(400) },
];

function makeBatch(count: number): Batch {
  const batch: Batch = {
    Id: "b-0a1b2c3d4e5f60718",
    Name: "Nightly import of the eastern region, second part",
    Created: new Date("2026-03-01T02:15:00Z"),
    Total: count,
    Active: true,
    Checksum: bytes(16, count),
    Tags: { team: "storage", stage: "production", "cost-center": "41-770", owner: "operations" },
  };
  if (count === 0) return batch;
  return { ...batch, Records: Array.from({ length: count }, (_, index) => makeRecord(index)) };
}

function makeRecord(index: number): BatchRecord {
  return {
    Id: `r-${(index * 7919 + 104729).toString(16).padStart(12, "0")}`,
    Title: `Record number ${index} of the import`,
    // Every eighth has text that is not ASCII, every fourth a character that XML escapes.
    Note:
      index % 8 === 7
        ? "Übergabe geprüft – nächste Prüfung am 3. März"
        : `Imported by the nightly job${index % 4 === 3 ? ", size < 1 MB & valid" : " without warnings"}`,
    State: index % 5 === 0 ? "PENDING" : "COMPLETE",
    Count: index * 37,
    Ratio: index / 7,
    Enabled: index % 3 !== 0,
    Updated: new Date(Date.UTC(2026, 2, 1, 2, index % 60, (index * 13) % 60)),
    Data: bytes(24, index),
    Labels: ["blue", "archived", `shelf-${index % 20}`],
    Attributes: { owner: `user-${index % 50}`, region: "eu-central-1", path: `/data/${index}` },
    Parts: [0, 1].map((part) => ({
      Number: part,
      Etag: `"${(index * 31 + part).toString(16).padStart(16, "0")}"`,
      At: new Date(Date.UTC(2026, 2, 1, 1, index % 60, part)),
    })),
  };
}

function bytes(length: number, seed: number): Uint8Array {
  return Uint8Array.from({ length }, (_, index) => (seed * 31 + index * 17) & 255);
}

const member = (target: string, traits: object = {}): object => ({
  target: target.startsWith("Batch") ? `bench#${target}` : `smithy.api#${target}`,
  traits,
});

const structure = (members: Record<string, string>): object => ({
  type: "structure",
  members: Object.fromEntries(
    Object.entries(members).map(([name, target]) => [name, member(target)]),
  ),
});

const list = (target: string): object => ({ type: "list", member: member(target) });

/** Returns a service whose only operation has a batch as its input and output. */
export function batchModel(protocol: string): object {
  const enumValue = (value: string): object => member("Unit", { "smithy.api#enumValue": value });
  return {
    smithy: "2.0",
    shapes: {
      "bench#Batches": {
        type: "service",
        version: "2026-01-01",
        operations: [{ target: "bench#PutBatch" }],
        traits: {
          [protocol]: {},
          "smithy.api#xmlNamespace": { uri: "https://example.com/doc/2026-01-01/" },
          "aws.api#service": { sdkId: "Batches" },
          "aws.auth#sigv4": { name: "batches" },
        },
      },
      "bench#PutBatch": {
        type: "operation",
        input: { target: "bench#BatchInput" },
        output: { target: "bench#BatchOutput" },
        errors: [{ target: "bench#BatchError" }],
        traits: { "smithy.api#http": { method: "POST", uri: "/batches", code: 200 } },
      },
      "bench#BatchInput": structure(batchMembers),
      "bench#BatchOutput": structure(batchMembers),
      "bench#BatchError": {
        type: "structure",
        members: { message: member("String") },
        traits: { "smithy.api#error": "client" },
      },
      "bench#BatchRecords": list("BatchRecord"),
      "bench#BatchRecord": structure({
        Id: "String",
        Title: "String",
        Note: "String",
        State: "BatchState",
        Count: "Integer",
        Ratio: "Double",
        Enabled: "Boolean",
        Updated: "Timestamp",
        Data: "Blob",
        Labels: "BatchTexts",
        Attributes: "BatchTags",
        Parts: "BatchParts",
      }),
      "bench#BatchParts": list("BatchPart"),
      "bench#BatchPart": structure({ Number: "Integer", Etag: "String", At: "Timestamp" }),
      "bench#BatchTexts": list("String"),
      "bench#BatchTags": { type: "map", key: member("String"), value: member("String") },
      "bench#BatchState": {
        type: "enum",
        members: { PENDING: enumValue("PENDING"), COMPLETE: enumValue("COMPLETE") },
      },
    },
  };
}

const batchMembers = {
  Id: "String",
  Name: "String",
  Created: "Timestamp",
  Total: "Integer",
  Active: "Boolean",
  Checksum: "Blob",
  Tags: "BatchTags",
  Records: "BatchRecords",
};
