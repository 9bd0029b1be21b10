/** What the generator uses of `node:util`: it compares JSON values. */
export { default as isDeepStrictEqual } from "fast-deep-equal";
