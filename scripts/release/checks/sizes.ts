import type { Finding } from "../finding.js";
import type { Packed } from "../packages.js";

/** The sizes of a released package in bytes. */
export interface Size {
  readonly version: string;
  readonly packed: number;
  readonly unpacked: number;
}

/** The sizes of the last release, by the names of the packages. */
export type Sizes = Readonly<Record<string, Size>>;

/** A package that grows by more than this share in one release is not released without a look. */
const limit = 0.25;

/** Checks that a package has not grown much since the last release. A package without one is not checked. */
export function checkSizes(item: Packed, last: Sizes): Finding[] {
  const before = last[item.manifest.name];
  if (before === undefined) return [];
  return (["packed", "unpacked"] as const)
    .filter((which) => item[which] > before[which] * (1 + limit))
    .map((which) => ({
      where: item.manifest.name,
      message: `The ${which} size is ${formatBytes(item[which])}, ${growth(item[which], before[which])} compared to ${before.version}. If this is intended, pass --accept-sizes.`,
    }));
}

/** A line about the sizes of a package, compared with those of the last release. */
export function describeSizes(item: Packed, last: Sizes): string {
  const before = last[item.manifest.name];
  const describe = (which: "packed" | "unpacked"): string =>
    before === undefined
      ? `${which} ${formatBytes(item[which])}`
      : `${which} ${formatBytes(item[which])} (${growth(item[which], before[which])})`;
  const since = before === undefined ? "" : `, compared to ${before.version}`;
  return `${describe("packed")}, ${describe("unpacked")}, ${item.files.length} files${since}`;
}

function growth(now: number, before: number): string {
  const percent = Math.round((now / before - 1) * 100);
  return `${percent < 0 ? "" : "+"}${percent} %`;
}

function formatBytes(bytes: number): string {
  return bytes < 1e6 ? `${(bytes / 1e3).toFixed(0)} kB` : `${(bytes / 1e6).toFixed(2)} MB`;
}
