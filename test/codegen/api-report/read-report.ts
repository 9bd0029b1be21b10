/** The names that a report describes, in its order, each as often as it is there. */
export function entriesOf(report: string): string[] {
  return sectionsOf(report).flatMap(({ heading, blocks, lines }) => {
    switch (heading) {
      case "Operations":
        // The first block has the functions of every namespace.
        return blocks.slice(1).flatMap(declaredNames);
      case "Functions and constants of shapes":
        return blocks.flatMap(namesOfShapes);
      case "Runtime":
        return lines
          .filter((line) => line.startsWith("- "))
          .flatMap((line) => [...line.matchAll(/`([\w$]+)`/g)].map(([, name = ""]) => name));
      default:
        return blocks.flatMap(declaredNames);
    }
  });
}

/** The blocks of code of a report. */
export function blocksOf(report: string): string[] {
  return [...report.matchAll(/^```ts\n([^]*?)\n```$/gm)].map(([, block = ""]) => block);
}

/** The block that declares a name, without the other declarations. */
export function entryOf(report: string, name: string): string {
  const found = blocksOf(report)
    .flatMap((block) => block.split(/\n+(?=[a-z])/))
    .find((text) => declaredNames(text)[0] === name);
  return found ?? "";
}

interface Section {
  readonly heading: string;
  readonly blocks: readonly string[];
  readonly lines: readonly string[];
}

function sectionsOf(report: string): Section[] {
  return report
    .split(/^## /m)
    .slice(1)
    .map((text) => {
      const [heading = "", ...lines] = text.split("\n");
      return { heading, blocks: blocksOf(text), lines };
    });
}

function declaredNames(block: string): string[] {
  const heads = /^(?:namespace|interface|type|class|function|const) ([\w$]+)/gm;
  return [...block.matchAll(heads)].map(([, name = ""]) => name);
}

function namesOfShapes(block: string): string[] {
  const [template = "", shapes = ""] = block.split("\n\n");
  const general = declaredNames(template);
  return shapes.split("\n").flatMap((line) => {
    const [shape = ""] = line.split(" ");
    return general.map((name) => name.replace("X", () => shape));
  });
}
