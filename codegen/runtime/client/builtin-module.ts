/** Returns a module that the platform has built in; `undefined` in browsers, and where it has no such module. */
export function builtinModule(name: `node:${string}`): unknown {
  const { process } = globalThis as {
    process?: { getBuiltinModule?(name: string): unknown };
  };
  return process?.getBuiltinModule?.(name);
}
