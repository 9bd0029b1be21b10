import { own } from "../json/json.js";
import type { CallOptions } from "./client-types.js";
import type { OperationTraits, Pagination } from "./service-types.js";
import { PaginationError } from "./errors.js";

type Call<Input, Output> = (input: Input, options?: CallOptions) => Promise<Output>;

/** Returns the functions `pages` and `items` of a method, as far as its operation has pages. */
export function paginate(
  method: Call<object, object>,
  traits: OperationTraits | undefined,
): object | undefined {
  const pagination = traits?.pages;
  return (
    pagination && {
      pages: (input?: object, options?: CallOptions) => pagesOf(method, pagination, input, options),
      ...(pagination.items && {
        items: (input?: object, options?: CallOptions) =>
          itemsOf(method, pagination, input, options),
      }),
    }
  );
}

/**
 * Returns the pages of an operation's output (Smithy 2.0, "Pagination"). Nothing is called before
 * the pages are iterated, and no page before the one before it was taken. Each iteration calls the
 * operation anew, from the token in the input, which is not changed.
 *
 * The iteration throws what the call throws, and a PaginationError if a token repeats.
 */
export function pagesOf<Input extends object, Output>(
  call: Call<Input, Output>,
  pagination: Pagination,
  input?: Input,
  options?: CallOptions,
): AsyncIterable<Output> {
  return { [Symbol.asyncIterator]: () => iterate(call, pagination, input, options) };
}

/**
 * Returns the elements of the list on all pages, one after the other; those of a map are
 * `[key, value]`. See `pagesOf`.
 */
export function itemsOf<Input extends object, Output, Item>(
  call: Call<Input, Output>,
  pagination: Pagination,
  input?: Input,
  options?: CallOptions,
): AsyncIterable<Item> {
  return {
    async *[Symbol.asyncIterator]() {
      for await (const page of pagesOf(call, pagination, input, options)) {
        const items = valueAt(page, pagination.items ?? []) ?? [];
        yield* (Array.isArray(items) ? items : Object.entries(items)) as Item[];
      }
    },
  };
}

async function* iterate<Input extends object, Output>(
  call: Call<Input, Output>,
  { inputToken, outputToken }: Pagination,
  input: Input = {} as Input,
  options?: CallOptions,
): AsyncGenerator<Output, void, undefined> {
  let token = valueAt(input, [inputToken]);
  let earlier: string | undefined;
  for (let count = 0, next = 1; ; count++) {
    const page = await call(count === 0 ? input : { ...input, [inputToken]: token }, options);
    const last = keyOf(token);
    token = valueAt(page, outputToken);
    yield page;
    const key = keyOf(token);
    if (key === undefined) return;
    // Brent's algorithm finds a cycle of any length, and keeps only one earlier token for that.
    if (key === last || key === earlier) throw new PaginationError();
    if (count === next || earlier === undefined) {
      earlier = key;
      next *= 2;
    }
  }
}

/** Returns a token as text, since those of some services are maps; `undefined` for an empty one. */
function keyOf(token: unknown): string | undefined {
  const text =
    typeof token === "string"
      ? token
      : JSON.stringify(token ?? "", (_, part: unknown) =>
          typeof part === "bigint" ? String(part) : part,
        );
  return text === "" || text === '""' || text === "{}" ? undefined : text;
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const name of path) found = found == null ? undefined : own(found, name);
  return found;
}
