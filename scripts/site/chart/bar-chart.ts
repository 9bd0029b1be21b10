import { escapeHtml } from "../markdown/escape.js";

/** A bar of a chart. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  /** The figure beside the label, with its unit. */
  readonly text: string;
  /** Whether the bar is about this repository's packages. */
  readonly isOurs: boolean;
}

/** A chart with horizontal bars. */
export interface Chart {
  /** A unique name, for the ids of the title and the description. */
  readonly id: string;
  readonly title: string;
  /** What is compared, and whether less or more is better. */
  readonly description: string;
  readonly bars: readonly Bar[];
}

const rowHeight = 46;

/**
 * Draws a chart as inline SVG. Its colours are custom properties of the theme. Widths are percentages
 * and there is no view box, so that text has the size of the page's text on every screen.
 */
export function barChart({ id, title, description, bars }: Chart): string {
  const longest = Math.max(...bars.map(({ value }) => value));
  const rows = bars.map((bar, index) => drawBar(bar, index, longest));
  return `<figure class="chart"><svg width="100%" height="${bars.length * rowHeight}" role="img" aria-labelledby="${id}-title ${id}-description"><title id="${id}-title">${escapeHtml(title)}</title><desc id="${id}-description">${escapeHtml(`${description} ${bars.map(({ label, text }) => `${label}: ${text}`).join("; ")}.`)}</desc>${rows.join("")}</svg><figcaption><strong>${escapeHtml(title)}.</strong> ${escapeHtml(description)}</figcaption></figure>`;
}

function drawBar({ label, value, text, isOurs }: Bar, index: number, longest: number): string {
  const y = index * rowHeight;
  // A bar of no length would look like a missing one.
  const width = Math.max((value / longest) * 100, 0.4).toFixed(2);
  const kind = isOurs ? "ours" : "other";
  return `<text x="0" y="${y + 15}" class="${kind}">${escapeHtml(label)}</text><text x="100%" y="${y + 15}" text-anchor="end" class="figure ${kind}">${escapeHtml(text)}</text><rect x="0" y="${y + 22}" width="100%" height="10" rx="5" class="track"/><rect x="0" y="${y + 22}" width="${width}%" height="10" rx="5" class="bar ${kind}"/>`;
}
