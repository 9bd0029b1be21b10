import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { md5 } from "../../../codegen/runtime/http/md5.js";
import { sha256 } from "../../../codegen/runtime/http/sha256.js";
import { addTreeHash } from "../../../codegen/runtime/http/tree-hash.js";

const bytes = fc.uint8Array({ maxLength: 300 });

describe("digests are those of Node's own implementation", () => {
  it.each([
    ["md5", md5],
    ["sha256", sha256],
  ] as const)("%s", (name, digest) => {
    // Around the lengths where the padding takes a block more.
    for (const length of [0, 1, 54, 55, 56, 57, 63, 64, 65, 119, 120, 128, 8191, 2 ** 17]) {
      const input = new Uint8Array(length).fill(0xa5);
      expect(Buffer.from(digest(input)).toString("hex"), String(length)).toBe(hash(name, input));
    }
    fc.assert(
      fc.property(bytes, (input) => {
        expect(Buffer.from(digest(input)).toString("hex")).toBe(hash(name, input));
      }),
    );
  });
});

describe("addTreeHash", () => {
  const mebibyte = 1048576;
  const request = (body: Uint8Array): { headers: Record<string, string> } => ({
    ...addTreeHash({ method: "POST", path: "/", query: {}, headers: {}, body }, "tree"),
  });

  it("hashes a mebibyte or less as a whole", () => {
    const body = new Uint8Array(mebibyte).fill(7);
    expect(request(body).headers).toEqual({
      tree: hash("sha256", body),
      "x-amz-content-sha256": hash("sha256", body),
    });
  });

  it("hashes the hashes of pairs, and lifts one that has no other", () => {
    const body = new Uint8Array(2 * mebibyte + 1).fill(7);
    const [first, second, third] = [0, 1, 2].map((index) =>
      hash("sha256", body.subarray(index * mebibyte, (index + 1) * mebibyte)),
    );
    const pair = hash("sha256", Buffer.from(`${first ?? ""}${second ?? ""}`, "hex"));
    expect(request(body).headers["tree"]).toBe(
      hash("sha256", Buffer.from(`${pair}${third ?? ""}`, "hex")),
    );
  });

  // Amazon S3 Glacier, "Computing Checksums": a hash without a pair goes up a level as it is.
  it.each([3, 4, 5])("builds the tree over %i mebibytes", (count) => {
    const body = new Uint8Array(count * mebibyte);
    for (let index = 0; index < count; index++) body[index * mebibyte] = index + 1;
    const join = (parts: string[]): string => {
      if (parts.length === 1) return parts[0] ?? "";
      const pairs: string[] = [];
      for (let index = 0; index < parts.length; index += 2) {
        const pair = parts.slice(index, index + 2);
        pairs.push(
          pair.length === 1 ? pair.join("") : hash("sha256", Buffer.from(pair.join(""), "hex")),
        );
      }
      return join(pairs);
    };
    const leaves = Array.from({ length: count }, (_, index) =>
      hash("sha256", body.subarray(index * mebibyte, (index + 1) * mebibyte)),
    );
    expect(request(body).headers["tree"]).toBe(join(leaves));
  });

  it("hashes text by its UTF-8, and an empty body as one of no bytes", () => {
    for (const body of ["é😀", ""]) {
      const headers: Record<string, string> = {};
      addTreeHash({ method: "POST", path: "/", query: {}, headers, body }, "tree");
      const wanted = hash("sha256", Buffer.from(body));
      expect(headers).toEqual({ tree: wanted, "x-amz-content-sha256": wanted });
    }
  });

  it.each([undefined, {}, new ReadableStream()])(
    "leaves a body that is not collected to the caller",
    (body) => {
      const given = { method: "POST", path: "/", query: {}, headers: {}, body };
      expect(addTreeHash(given, "tree")).toBe(given);
      expect(given.headers).toEqual({});
    },
  );

  it("leaves what the caller gave", () => {
    const headers: Record<string, string> = { tree: "mine" };
    addTreeHash({ method: "POST", path: "/", query: {}, headers, body: "x" }, "tree");
    expect(headers).toEqual({
      tree: "mine",
      "x-amz-content-sha256": hash("sha256", Buffer.from("x")),
    });
    const other: Record<string, string> = { "x-amz-content-sha256": "mine" };
    addTreeHash({ method: "POST", path: "/", query: {}, headers: other, body: "x" }, "tree");
    expect(other["x-amz-content-sha256"]).toBe("mine");
    expect(other["tree"]).toBe(hash("sha256", Buffer.from("x")));
  });
});

function hash(algorithm: string, input: Uint8Array): string {
  return createHash(algorithm).update(input).digest("hex");
}
