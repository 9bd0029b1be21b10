import type { Outcome } from "./outcome.js";

/**
 * Returns a table with a line for each protocol, and one for all. A model whose service has several
 * protocols is in the line of each, and counts once in the last.
 */
export function tableOf(outcomes: readonly Outcome[]): string {
  const protocols = [...new Set(outcomes.map(({ protocol }) => protocol))].sort();
  const rows = protocols.map((protocol) =>
    rowOf(
      protocol,
      outcomes.filter((outcome) => outcome.protocol === protocol),
    ),
  );
  const head = [
    ...["protocol", "models", "generated", "compiled"],
    ...["operations", "warnings", "seconds"],
  ];
  const cells = [head, ...rows, rowOf("all", outcomes)];
  return cells
    .map((row) =>
      row
        .map((cell) => cell.padEnd(12))
        .join("")
        .trimEnd(),
    )
    .join("\n");
}

function rowOf(title: string, outcomes: readonly Outcome[]): string[] {
  const modelsOf = (isCounted: (outcome: Outcome) => boolean): number => {
    const left = new Set(outcomes.filter((each) => !isCounted(each)).map(({ model }) => model));
    return new Set(outcomes.map(({ model }) => model)).size - left.size;
  };
  const sumOf = (count: (outcome: Outcome) => number): number =>
    outcomes.reduce((total, outcome) => total + count(outcome), 0);
  const isTried = outcomes.some(({ isCompiled }) => isCompiled !== undefined);
  return [
    title,
    String(modelsOf(() => true)),
    String(modelsOf(({ isGenerated }) => isGenerated)),
    isTried ? String(modelsOf(({ isCompiled = false }) => isCompiled)) : "-",
    String(sumOf(({ operations }) => operations)),
    String(sumOf(({ warnings }) => warnings)),
    sumOf(({ seconds }) => seconds).toFixed(0),
  ];
}
