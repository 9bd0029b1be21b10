import { digits } from "./format.js";
import { isMet, type Aim } from "./report.js";

const rowHeight = 18;
const labelWidth = 330;
const scale = 150;
const maximum = 3;

/**
 * A bar for every aim: how many times over it was reached. The line is the aim itself; what is
 * longer than three times the aim is cut off.
 */
export function aimsChart(aims: readonly Aim[]): string {
  const height = aims.length * rowHeight + 50;
  const width = labelWidth + maximum * scale + 120;
  const line = labelWidth + scale;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="11">
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="8" y="18" font-size="13">How many times over each aim is reached (the line is the aim, longer is better)</text>
${aims.map(bar).join("\n")}
<line x1="${line}" y1="28" x2="${line}" y2="${height - 12}" stroke="#333333"/>
</svg>
`;
}

function bar(aim: Aim, index: number): string {
  const y = 32 + index * rowHeight;
  const factor = aim.sense === "at most" ? aim.limit / aim.value : aim.value / aim.limit;
  // Where less than nothing was measured, the aim is reached any number of times over.
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
