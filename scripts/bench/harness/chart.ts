import { digits } from "./format.js";
import { isMet, type Aim } from "./report.js";

const rowHeight = 18;
const labelWidth = 330;
const scale = 150;
const maximum = 3;

/**
 * Draws a bar for every target: the result relative to the target, which is the line. Bars are cut
 * off at three times the target.
 */
export function aimsChart(aims: readonly Aim[]): string {
  const height = aims.length * rowHeight + 50;
  const width = labelWidth + maximum * scale + 120;
  const line = labelWidth + scale;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="8" y="18" font-size="13">Results relative to each target (the line is the target, longer is better)</text>
${aims.map(bar).join("\n")}
<line x1="${line}" y1="28" x2="${line}" y2="${height - 12}" stroke="#333333"/>
</svg>
`;
}

function bar(aim: Aim, index: number): string {
  const y = 32 + index * rowHeight;
  const factor = aim.sense === "at most" ? aim.limit / aim.value : aim.value / aim.limit;
  // Differences can be negative because of noise; the target is then far exceeded.
  const shown = factor < 0 || factor > maximum ? maximum : factor;
  const color = isMet(aim) ? "#2f7d4f" : "#b5462f";
  const text = `${digits(aim.value)} ${aim.unit} (${aim.sense} ${aim.limit})`;
  return `<text x="${labelWidth - 6}" y="${y + 11}" text-anchor="end">${escapeText(aim.what)}</text>
<rect x="${labelWidth}" y="${y}" width="${(shown * scale).toFixed(1)}" height="${rowHeight - 4}" fill="${color}"/>
<text x="${(labelWidth + shown * scale + 5).toFixed(1)}" y="${y + 11}">${escapeText(text)}</text>`;
}

function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
