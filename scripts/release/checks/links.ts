import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { executeOrFail } from "../execute.js";
import type { Finding } from "../finding.js";
import { readDocument, type Document } from "../read-document.js";

/** What became of the links in documents. */
export interface CheckedLinks {
  readonly findings: readonly Finding[];
  /** Links to other sites, which are not fetched. Sorted, without duplicates. */
  readonly external: readonly string[];
  /** How many links lead to a file or to a heading of the repository. */
  readonly internal: number;
}

/**
 * Checks the links of Markdown documents without the network: those that lead to the repository, relative ones and
 * those with its full address, must lead to a file or a folder that git has, and to a heading that is there.
 * @param repository the root of the repository
 * @param documents paths relative to the root
 * @param web the address of the repository, `https://github.com/OWNER/NAME`
 */
export async function checkLinks(
  repository: string,
  documents: readonly string[],
  web: string,
): Promise<CheckedLinks> {
  const paths = await readPaths(repository);
  const read = cached((path) => readDocument(readFileSync(join(repository, path), "utf8")));
  const findings: Finding[] = [];
  const external = new Set<string>();
  let internal = 0;
  for (const document of documents) {
    for (const { target, line } of read(document).links) {
      const resolved = resolveTarget(target, document, web);
      if (resolved === undefined) {
        external.add(target);
        continue;
      }
      internal++;
      const problem = problemOf(resolved, paths, read);
      if (problem === undefined) continue;
      findings.push({ where: `${document}:${line}`, message: `${target}: ${problem}` });
    }
  }
  return { findings, external: [...external].sort(), internal };
}

interface Target {
  /** The path relative to the root; empty for the root itself. */
  readonly path: string;
  readonly anchor: string;
}

/** Where a link leads in the repository, or `undefined` if it leads to another site. */
function resolveTarget(target: string, document: string, web: string): Target | undefined {
  const [address = "", anchor = ""] = target.split("#");
  const raw = web.replace("//github.com/", "//raw.githubusercontent.com/");
  const inWeb =
    /^\/(?:blob|tree|raw)\/[^/]+(?:\/(.*))?$/.exec(after(address, web)) ??
    /^\/[^/]+\/(.*)$/.exec(after(address, raw));
  if (inWeb !== null) return { path: pathOf(inWeb[1] ?? ""), anchor };
  if (/^[a-z][\w+.-]*:|^\/\//i.test(address)) return undefined;
  if (address === "") return { path: document, anchor };
  return { path: pathOf(join(dirname(document), address)), anchor };
}

/** The rest of a text after its start, or nothing if it starts differently. */
function after(text: string, start: string): string {
  return text.startsWith(`${start}/`) ? text.slice(start.length) : "";
}

function pathOf(address: string): string {
  const path = normalize(decodeURI(address.replace(/\?.*$/, ""))).replace(/\/$/, "");
  return path === "." ? "" : path;
}

function problemOf(
  { path, anchor }: Target,
  paths: ReadonlySet<string>,
  read: (path: string) => Document,
): string | undefined {
  if (!paths.has(path)) return "git has no such file.";
  if (anchor === "" || /^L\d+/.test(anchor)) return undefined;
  // GitHub shows the README of a folder.
  const inFolder = path === "" ? "README.md" : `${path}/README.md`;
  const document = paths.has(inFolder) ? inFolder : path;
  if (!document.endsWith(".md")) return "only Markdown files have headings to link to.";
  if (document === inFolder && anchor === "readme") return undefined;
  if (read(document).anchors.has(decodeURIComponent(anchor))) return undefined;
  return `${document} has no heading #${anchor}.`;
}

/** The files that git has or would add, and the folders that they are in. */
async function readPaths(repository: string): Promise<Set<string>> {
  const args = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
  const output = await executeOrFail("git", args, repository);
  const paths = new Set([""]);
  for (const file of output.split("\0")) {
    if (!existsSync(join(repository, file))) continue;
    for (let path = file; path !== "" && path !== "."; path = dirname(path)) paths.add(path);
  }
  return paths;
}

function cached<Value>(read: (key: string) => Value): (key: string) => Value {
  const values = new Map<string, Value>();
  return (key) => {
    const value = values.get(key) ?? read(key);
    values.set(key, value);
    return value;
  };
}
