/*
 * The public types: those of values and messages, of generated functions, and of tables. They share
 * few files, because a compiler opens every file that a type declaration refers to.
 */

export type * from "./function-types.js";
export type * from "./tables.js";
export type * from "./value-types.js";
