import ts from "typescript";

/** A function with a body. Its id changes only if it or something around it is renamed. */
export interface NamedFunction {
  /** The names from the outermost to the innermost, with a number if several functions share them. */
  readonly id: string;
  readonly node: ts.FunctionLikeDeclaration & { readonly body: ts.ConciseBody };
}

/** Lists every function of a source that has a body. */
export function listFunctions(source: ts.SourceFile): NamedFunction[] {
  const found: NamedFunction[] = [];
  const counts = new Map<string, number>();
  const visit = (node: ts.Node, holder: string): void => {
    let inner = holder;
    if (isFunction(node)) {
      const path = `${holder}/${nameOf(node, source)}`;
      const count = (counts.get(path) ?? 0) + 1;
      counts.set(path, count);
      inner = count === 1 ? path : `${path}~${count}`;
      found.push({ id: inner, node });
    }
    ts.forEachChild(node, (child) => {
      visit(child, inner);
    });
  };
  visit(source, "");
  return found;
}

/** Returns the function at a position; undefined for code that runs when the module is loaded. */
export function functionAt(
  functions: readonly NamedFunction[],
  place: number,
): NamedFunction | undefined {
  return functions.findLast(({ node }) => node.body.pos <= place && place < node.body.end);
}

function isFunction(node: ts.Node): node is NamedFunction["node"] {
  return ts.isFunctionLike(node) && "body" in node && node.body !== undefined;
}

function nameOf(node: NamedFunction["node"], source: ts.SourceFile): string {
  if (node.name !== undefined) return node.name.getText(source);
  const { parent } = node;
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent)) {
    return parent.name.getText(source);
  }
  return ts.isConstructorDeclaration(node) ? "constructor" : "anonymous";
}
