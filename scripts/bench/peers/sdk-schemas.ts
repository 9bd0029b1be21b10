/*
 * The shapes of a batch as the SDK's clients have them: arrays that begin with the kind of a shape.
 * Simple shapes are numbers, to which 64 is added for a list and 128 for a map of them.
 */

const kinds = { list: 1, structure: 3 };
const text = 0;
const number = 1;
const boolean = 2;
const timestamp = 4;
const blob = 21;
const listOf = 64;
const mapOf = 128;

const namespace = "bench";

const part = structure("BatchPart", { Number: number, Etag: text, At: timestamp });

const parts = [kinds.list, namespace, "BatchParts", 0, () => part];

const record = structure("BatchRecord", {
  Id: text,
  Title: text,
  Note: text,
  State: text,
  Count: number,
  Ratio: number,
  Enabled: boolean,
  Updated: timestamp,
  Data: blob,
  Labels: listOf | text,
  Attributes: mapOf | text,
  Parts: () => parts,
});

const records = [kinds.list, namespace, "BatchRecords", 0, () => record];

const members = {
  Id: text,
  Name: text,
  Created: timestamp,
  Total: number,
  Active: boolean,
  Checksum: blob,
  Tags: mapOf | text,
  Records: () => records,
};

/** The operation in the form in which the SDK's middleware passes it to a protocol. */
export const putBatchSchema: object = {
  namespace,
  name: "PutBatch",
  traits: { http: ["POST", "/batches", 200] },
  input: structure("BatchInput", members),
  output: structure("BatchOutput", members),
};

function structure(name: string, shapes: Record<string, unknown>): unknown[] {
  return [kinds.structure, namespace, name, 0, Object.keys(shapes), Object.values(shapes)];
}
