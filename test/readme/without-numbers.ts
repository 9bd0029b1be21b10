/** What a command prints, without what differs from run to run: times, ports, and the number of files, which grows with the runtime. */
export function withoutNumbers(text: string): string {
  return text
    .trim()
    .replace(/^Done in .*$/m, "Done.")
    .replace(/\d+ new files/, "new files")
    .replaceAll(/(http:\/\/[\d.]+):\d+/g, "$1");
}
