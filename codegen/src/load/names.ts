// Smithy 2.0, "Shape ID ABNF".
const identifier = "_*[A-Za-z][A-Za-z0-9_]*";
const namespace = `${identifier}(?:\\.${identifier})*`;
const absolute = new RegExp(`^${namespace}#${identifier}$`);
const absoluteWithMember = new RegExp(`^${namespace}#${identifier}(?:\\$${identifier})?$`);
const single = new RegExp(`^${identifier}$`);

/** Returns whether text is a Smithy identifier, which cannot contain code. */
export function isIdentifier(text: string): boolean {
  return single.test(text);
}

/** Returns whether text is an absolute shape id. */
export function isShapeId(text: string, form?: "with member"): boolean {
  return (form === undefined ? absolute : absoluteWithMember).test(text);
}

/** Returns the name in a shape id, without namespace and member. */
export function nameOf(id: string): string {
  return id.slice(id.indexOf("#") + 1).split("$", 1)[0] ?? "";
}
