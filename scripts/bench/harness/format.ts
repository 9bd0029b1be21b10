import type { Timing } from "./measure.js";

/** Formats a number with three significant digits. */
export function digits(value: number): string {
  if (!Number.isFinite(value)) return "-";
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString("en-US");
  return value.toPrecision(3);
}

/** Formats a time in nanoseconds in a suitable unit. */
export function time(nanoseconds: number): string {
  if (nanoseconds < 1000) return `${digits(nanoseconds)} ns`;
  if (nanoseconds < 1e6) return `${digits(nanoseconds / 1e3)} us`;
  return nanoseconds < 1e9 ? `${digits(nanoseconds / 1e6)} ms` : `${digits(nanoseconds / 1e9)} s`;
}

/** Formats a size in bytes in a suitable unit. */
export function bytes(count: number): string {
  if (count < 1000) return `${Math.round(count)} B`;
  return count < 1e6 ? `${digits(count / 1e3)} KB` : `${digits(count / 1e6)} MB`;
}

/** Formats a ratio with the middle half of its rounds, and the time. */
export function ratio({ ratio: middle, low, high, nanoseconds }: Timing): string {
  return `**${digits(middle)}** (${digits(low)}-${digits(high)}) ${time(nanoseconds)}`;
}
