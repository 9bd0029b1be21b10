/** What the generator uses of `node:path`. */
import path from "path-browserify";

export const { basename, dirname, extname, isAbsolute, join, normalize, posix, relative, resolve } =
  path;
export default path;
