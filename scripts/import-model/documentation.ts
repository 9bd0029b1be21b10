import type { DocumentationTable } from "./read-tables.js";

/** Finds the documentation of shapes and members, and records what is missing. */
export type Documentation = {
  ofService(): string;
  ofOperation(name: string): string | undefined;
  /** Returns the documentation of a structure or enum. */
  ofShape(name: string): string | undefined;
  /** Returns the documentation of a simple shape, list or map, which may have none. */
  ofSimpleShape(name: string): string | undefined;
  /** Returns the documentation of an operation's input or output; by default, a sentence that says just that. */
  ofMessage(name: string, role: "Input" | "Output", operation: string): string;
  ofMember(shape: string, member: string): string | undefined;
  /** Returns the names of everything that has no documentation. */
  missing(): readonly string[];
  /** Returns the entries of the table that were not used. */
  unused(): readonly string[];
};

/**
 * Returns the resource of a structure: `Integration` for `GetIntegrationResult`, `CreateIntegrationRequest` and
 * `Integration` itself. A member means the same in all of them.
 */
export function resourceOf(shape: string): string {
  return (
    /^(?:Create|Delete|Get|Import|List|Put|Reimport|Update)([A-Z]\w*?)(?:Request|Response|Result)$/.exec(
      shape,
    )?.[1] ?? shape
  );
}

/** Creates a `Documentation` that reads from the table. */
export function createDocumentation(table: DocumentationTable): Documentation {
  const missing = new Set<string>();
  const used = new Set<string>();

  function find(
    section: "operations" | "shapes" | "members",
    keys: readonly string[],
  ): string | undefined {
    for (const key of keys) {
      const documentation = table[section][key];
      if (documentation === undefined) continue;
      used.add(`${section}.${key}`);
      return documentation;
    }
    return undefined;
  }

  function orMissing(documentation: string | undefined, id: string): string | undefined {
    if (documentation === undefined) missing.add(id);
    return documentation;
  }

  return {
    ofService: () => table.service,
    ofOperation: (name) => orMissing(find("operations", [name]), name),
    ofShape: (name) => orMissing(find("shapes", [name]), name),
    ofSimpleShape: (name) => find("shapes", [name]),
    ofMessage: (name, role, operation) =>
      find("shapes", [name]) ?? `${role} of the \`${operation}\` operation.`,
    ofMember: (shape, member) =>
      orMissing(
        find("members", [`${shape}$${member}`, `${resourceOf(shape)}$${member}`, member]),
        `${shape}$${member}`,
      ),
    missing: () => [...missing].sort(),
    unused: () =>
      (["operations", "shapes", "members"] as const)
        .flatMap((section) => Object.keys(table[section]).map((key) => `${section}.${key}`))
        .filter((key) => !used.has(key)),
  };
}
