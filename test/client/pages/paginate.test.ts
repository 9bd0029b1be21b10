import { describe, expect, it, vi } from "vitest";
import { AbortError, PaginationError } from "../../../codegen/runtime/client/errors.js";
import type { CallOptions } from "../../../codegen/runtime/client/client-types.js";
import type { Pagination } from "../../../codegen/runtime/client/service-types.js";
import { itemsOf, paginate, pagesOf } from "../../../codegen/runtime/client/paginate.js";

type Message = Record<string, unknown>;

const pagination: Pagination = { inputToken: "In", outputToken: ["Out"], items: ["Items"] };

/** A call that returns pages in turn, and the inputs that it got. */
function callWith(...pages: readonly Message[]): {
  call: (input?: object, options?: CallOptions) => Promise<Message>;
  inputs: unknown[];
} {
  const inputs: unknown[] = [];
  return {
    inputs,
    async call(input, options) {
      if (options?.signal?.aborted === true) throw new AbortError(options.signal.reason);
      inputs.push(input);
      await Promise.resolve();
      return pages[(inputs.length - 1) % pages.length] ?? {};
    },
  };
}

const three = [{ Out: "a", Items: [1, 2] }, { Out: "b", Items: [] }, { Items: [3] }];

async function all<T>(iterable: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of iterable) found.push(item);
  return found;
}

describe("pages", () => {
  it("follow the token, with the rest of the input as it was", async () => {
    const { call, inputs } = callWith(...three);
    const input = Object.freeze({ Id: 1 });
    expect(await all(pagesOf(call, pagination, input))).toEqual(three);
    expect(inputs).toEqual([{ Id: 1 }, { Id: 1, In: "a" }, { Id: 1, In: "b" }]);
    expect(input).toEqual({ Id: 1 });
  });

  it("need no input", async () => {
    const { call, inputs } = callWith(...three);
    expect(await all(pagesOf(call, pagination))).toHaveLength(3);
    expect(inputs).toEqual([{}, { In: "a" }, { In: "b" }]);
  });

  it("begin at the token of the caller", async () => {
    const { call, inputs } = callWith(...three);
    await all(pagesOf(call, pagination, { In: "start" }));
    expect(inputs[0]).toEqual({ In: "start" });
  });

  it.each([
    ["absent", {}],
    ["null", { Out: null }],
    ["empty", { Out: "" }],
    ["an empty map", { Out: {} }],
  ])("end at a token that is %s", async (_, page) => {
    const { call, inputs } = callWith(page);
    expect(await all(pagesOf(call, pagination))).toEqual([page]);
    expect(inputs).toHaveLength(1);
  });

  it("can have their token in a structure, which may be absent", async () => {
    const nested = { ...pagination, outputToken: ["Result", "Next"] };
    const { call, inputs } = callWith({ Result: { Next: "a" } }, {});
    expect(await all(pagesOf(call, nested))).toHaveLength(2);
    expect(inputs).toEqual([{}, { In: "a" }]);
  });

  it("do not take a property that every object has for a token", async () => {
    const named = { inputToken: "__proto__", outputToken: ["constructor"] };
    expect(await all(pagesOf(callWith({}).call, named))).toEqual([{}]);
    const page = Object.fromEntries([["constructor", "a"]]);
    const { call, inputs } = callWith(page, {});
    await all(pagesOf(call, named));
    expect(Object.entries(inputs[1] as object)).toEqual([["__proto__", "a"]]);
  });

  it("can have maps as tokens", async () => {
    const token = { key: { N: 12n } };
    const { call, inputs } = callWith({ Out: token }, {});
    await all(pagesOf(call, pagination));
    expect(inputs).toEqual([{}, { In: token }]);
    await expect(all(pagesOf(callWith({ Out: token }).call, pagination))).rejects.toThrow(
      PaginationError,
    );
  });

  it("are called for one by one, when they are wanted", async () => {
    const { call, inputs } = callWith(...three);
    const pages = pagesOf(call, pagination);
    expect(inputs).toHaveLength(0);
    const iterator = pages[Symbol.asyncIterator]();
    expect(inputs).toHaveLength(0);
    await iterator.next();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(inputs).toHaveLength(1);
    await iterator.next();
    expect(inputs).toHaveLength(2);
  });

  it("are no more called for after a break", async () => {
    const { call, inputs } = callWith(...three);
    for await (const page of pagesOf(call, pagination)) {
      expect(page).toBe(three[0]);
      break;
    }
    expect(inputs).toHaveLength(1);
  });

  it("can be iterated again from the start", async () => {
    const { call, inputs } = callWith(...three);
    const pages = pagesOf(call, pagination);
    expect(await all(pages)).toEqual(three);
    expect(await all(pages)).toEqual(three);
    expect(inputs.slice(3)).toEqual(inputs.slice(0, 3));
  });

  it("pass the options on to every call", async () => {
    const call = vi.fn(async () => Promise.resolve({}));
    const options = { timeout: 5 };
    await all(pagesOf(call, pagination, {}, options));
    expect(call).toHaveBeenCalledWith({}, options);
  });

  it("end with the error of a call, after the pages before it", async () => {
    let calls = 0;
    const found: unknown[] = [];
    const call = async (): Promise<Message> => {
      await Promise.resolve();
      if (++calls === 2) throw new RangeError("no");
      return { Out: "a" };
    };
    await expect(async () => {
      for await (const page of pagesOf(call, pagination)) found.push(page);
    }).rejects.toThrow(RangeError);
    expect(found).toEqual([{ Out: "a" }]);
  });

  it("end when the signal is aborted", async () => {
    const { call, inputs } = callWith(...three);
    const controller = new AbortController();
    await expect(async () => {
      for await (const page of pagesOf(call, pagination, {}, { signal: controller.signal }))
        controller.abort(page);
    }).rejects.toThrow(AbortError);
    expect(inputs).toHaveLength(1);
  });
});

describe("a token that repeats", () => {
  it.each([
    ["at once", ["a", "a"], 2],
    ["in a cycle of two", ["a", "b", "a"], 3],
    ["in a cycle after others", ["a", "b", "c", "d", "b"], 7],
  ])("ends the pages with an error: %s", async (_, tokens, calls) => {
    const { call, inputs } = callWith(...tokens.map((Out) => ({ Out })));
    const found: unknown[] = [];
    const error = await (async () => {
      for await (const page of pagesOf(call, pagination)) found.push(page);
    })().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PaginationError);
    expect(error).toMatchObject({ name: "PaginationError", $fault: "client" });
    expect(found).toHaveLength(calls);
    expect(inputs).toHaveLength(calls);
  });

  it("is also that of the caller", async () => {
    const { call, inputs } = callWith({ Out: "start" });
    await expect(all(pagesOf(call, pagination, { In: "start" }))).rejects.toThrow(PaginationError);
    expect(inputs).toHaveLength(1);
  });

  it("is not shown", async () => {
    const call = callWith({ Out: "secret" }).call;
    await expect(all(pagesOf(call, pagination))).rejects.toThrow(/^(?!.*secret)/);
  });

  it("ends the pages even if the cycle is longer than the list of tokens", async () => {
    let calls = 0;
    const call = async (): Promise<Message> => Promise.resolve({ Out: `${calls++ % 25_000}` });
    await expect(
      (async () => {
        for await (const page of pagesOf(call, pagination)) if (calls > 200_000) return page;
        return undefined;
      })(),
    ).rejects.toThrow(PaginationError);
  });

  it("is none if all tokens differ", async () => {
    let calls = 0;
    const call = async (): Promise<Message> =>
      Promise.resolve(++calls < 30_000 ? { Out: `${calls}` } : {});
    expect(await all(pagesOf(call, pagination))).toHaveLength(30_000);
  });
});

describe("items", () => {
  it("are those of all pages, one after the other", async () => {
    expect(await all(itemsOf(callWith(...three).call, pagination))).toEqual([1, 2, 3]);
  });

  it("are none where the list is absent", async () => {
    const { call } = callWith({ Out: "a" }, { Items: null, Out: "b" }, { Items: [null] });
    expect(await all(itemsOf(call, pagination))).toEqual([null]);
  });

  it("are pairs of keys and values in maps", async () => {
    const { call } = callWith({ Items: { a: 1 }, Out: "x" }, { Items: { b: 2 } });
    expect(await all(itemsOf(call, pagination))).toEqual([
      ["a", 1],
      ["b", 2],
    ]);
  });

  it("can be in a structure", async () => {
    const nested = { ...pagination, items: ["Result", "Items"] };
    expect(await all(itemsOf(callWith({ Result: { Items: [1] } }).call, nested))).toEqual([1]);
  });

  it("need no further page before all of one are taken", async () => {
    const { call, inputs } = callWith(...three);
    const iterator = itemsOf(call, pagination)[Symbol.asyncIterator]();
    await iterator.next();
    await iterator.next();
    expect(inputs).toHaveLength(1);
    await iterator.next();
    expect(inputs).toHaveLength(3);
  });

  it("need no further page after a break", async () => {
    const { call, inputs } = callWith(...three);
    for await (const item of itemsOf(call, pagination)) {
      expect(item).toBe(1);
      break;
    }
    expect(inputs).toHaveLength(1);
  });
});

describe("the functions of a method", () => {
  const { call } = callWith(...three);

  it.each([
    [undefined, []],
    [{}, []],
    [{ pages: { inputToken: "In", outputToken: ["Out"] } }, ["pages"]],
    [{ pages: pagination }, ["pages", "items"]],
  ])("follow from the traits %j", (traits, names) => {
    expect(Object.keys(paginate(call, traits) ?? {})).toEqual(names);
  });

  it("call the method", async () => {
    const functions = paginate(call, { pages: pagination }) as {
      readonly pages: () => AsyncIterable<unknown>;
      readonly items: () => AsyncIterable<unknown>;
    };
    expect(await all(functions.pages())).toEqual(three);
    expect(await all(functions.items())).toEqual([1, 2, 3]);
  });
});
