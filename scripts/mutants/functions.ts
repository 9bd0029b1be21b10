import ts from "typescript";

/** A function with a body, by a name that lasts as long as neither it nor what holds it is renamed. */
export interface NamedFunction {
  /** Its names from outside in, with a number where several share them. */
  readonly id: string;
  readonly node: ts.FunctionLikeDeclaration & { readonly body: ts.ConciseBody };
}

/** Every function of a source that has a body. */
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

/** The function that a place is in; undefined for what runs when the module is loaded. */
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
