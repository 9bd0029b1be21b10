import { columns, type Line, type Span } from "./screen.js";

const fontSize = 13;
const cellWidth = 7.8;
const lineHeight = 19;
const padding = 16;
const barHeight = 34;

/** The colours that the commands use, by their number in the palette of terminals. */
const colorNames: Readonly<Record<number, string>> = {
  1: "red",
  2: "green",
  3: "yellow",
  4: "blue",
  6: "cyan",
};

/** The colours on a light and on a dark background. All texts have a contrast of 4.5 or more. */
const style = `
svg{--back:#fff;--bar:#f0f2f5;--line:#d0d7de;--text:#1f2328;--dim:#656d76;--red:#c21a27;--green:#1a7431;--yellow:#855600;--blue:#0860ca;--cyan:#116977}
@media (prefers-color-scheme:dark){svg{--back:#0d1117;--bar:#161b22;--line:#30363d;--text:#e6edf3;--dim:#9198a1;--red:#ff7b72;--green:#56d364;--yellow:#e3b341;--blue:#79c0ff;--cyan:#76e3ea}}
text{font:${fontSize}px ui-monospace,SFMono-Regular,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono","Liberation Mono",monospace;fill:var(--text);white-space:pre}
.b{font-weight:600}.d{fill:var(--dim)}.red{fill:var(--red)}.green{fill:var(--green)}.yellow{fill:var(--yellow)}.blue{fill:var(--blue)}.cyan{fill:var(--cyan)}
@media (prefers-reduced-motion:no-preference){.l{animation:show .01s both}@keyframes show{from{opacity:0}}}
`.trim();

/**
 * Draws lines of a terminal as SVG. They appear one after the other, unless the reader wants no motion.
 * @param title the title of the window
 * @param description the text for people who do not see the picture
 */
export function draw(lines: readonly Line[], title: string, description: string): string {
  const width = Math.ceil(columns * cellWidth) + 2 * padding;
  const height = barHeight + lines.length * lineHeight + 2 * padding - 6;
  const delays = delaysOf(lines);
  const body = lines.flatMap((line, index) =>
    line.spans.length === 0
      ? []
      : [
          `<g class="l" style="animation-delay:${delays[index] ?? 0}s">${line.spans
            .map((span) => drawSpan(span, barHeight + padding + 12 + index * lineHeight))
            .join("")}</g>`,
        ],
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title desc">
<title id="title">${escape(title)}</title>
<desc id="desc">${escape(description)}</desc>
<style>${style}</style>
<rect x=".5" y=".5" width="${width - 1}" height="${height - 1}" rx="8" fill="var(--back)" stroke="var(--line)"/>
<path d="M.5 ${barHeight}V8.5a8 8 0 0 1 8-8H${width - 8.5}a8 8 0 0 1 8 8V${barHeight}z" fill="var(--bar)" stroke="var(--line)"/>
<g fill="var(--line)"><circle cx="20" cy="17" r="5"/><circle cx="38" cy="17" r="5"/><circle cx="56" cy="17" r="5"/></g>
<text class="d" x="${width / 2}" y="21.5" text-anchor="middle">${escape(title)}</text>
${body.join("\n")}
</svg>
`;
}

/** When each line appears, in seconds: what is printed follows a command after a moment, line by line. */
function delaysOf(lines: readonly Line[]): number[] {
  let time = 0;
  return lines.map((line, index) => {
    const before = lines[index - 1];
    if (line.isCommand) time += before?.isCommand === false ? 1.4 : 0.3;
    else time += before?.isCommand === true ? 0.9 : 0.12;
    return Math.round(time * 100) / 100;
  });
}

function drawSpan({ text, column, color, isBold, isDim }: Span, y: number): string {
  const classes = [
    ...(isBold ? ["b"] : []),
    ...(isDim ? ["d"] : []),
    ...(color === undefined ? [] : [colorNames[color] ?? ""]),
  ].filter((name) => name !== "");
  const start = text.length - text.trimStart().length;
  const shown = text.trim();
  const x = round(padding + (column + start) * cellWidth);
  const list = classes.length === 0 ? "" : ` class="${classes.join(" ")}"`;
  // The length keeps the columns where they are, whatever the width of the reader's font is.
  const length = round(shown.length * cellWidth);
  return `<text${list} x="${x}" y="${y}" textLength="${length}">${escape(shown)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escape(text: string): string {
  return text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
}
