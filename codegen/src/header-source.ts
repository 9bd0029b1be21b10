/** A model's file as headers name it: nothing of the machine's folders. */
export function headerSource(name: string): string {
  return name === "-" ? "standard input" : name.replace(/[^\w./ -]/g, "_");
}
