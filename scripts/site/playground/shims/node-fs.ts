/** Functions of `node:fs` and `node:fs/promises` that the generator imports but does not call when it only makes texts. */
function refuse(): never {
  throw new Error("There are no files in the browser.");
}

export const lstatSync = refuse;
export const readFileSync = refuse;
export const readdirSync = refuse;
export const stat = refuse;
export const readFile = refuse;
export const readdir = refuse;
