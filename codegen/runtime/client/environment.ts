/**
 * Returns an environment variable; `undefined` if it is empty, if the platform has none, or if it
 * does not permit to read it.
 */
export function environment(name: string): string | undefined {
  try {
    const { process } = globalThis as {
      process?: { readonly env?: Readonly<Record<string, string | undefined>> };
    };
    const value = process?.env?.[name];
    return value === "" ? undefined : value;
  } catch {
    return undefined;
  }
}
