/** Returns the median of numbers. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Returns a quantile of numbers. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}
