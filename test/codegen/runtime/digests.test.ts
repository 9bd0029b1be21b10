import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { md5 } from "../../../codegen/runtime/md5.js";
import { sha256 } from "../../../codegen/runtime/sha256.js";
import { addTreeHash } from "../../../codegen/runtime/tree-hash.js";

const bytes = fc.uint8Array({ maxLength: 300 });

describe("digests are those of Node's own implementation", () => {
  it.each([
    ["md5", md5],
    ["sha256", sha256],
  ] as const)("%s", (name, digest) => {
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

  it("leaves what the caller gave", () => {
    const headers = { tree: "mine" };
    addTreeHash({ method: "POST", path: "/", query: {}, headers, body: "x" }, "tree");
    expect(headers.tree).toBe("mine");
  });
});

function hash(algorithm: string, input: Uint8Array): string {
  return createHash(algorithm).update(input).digest("hex");
}
