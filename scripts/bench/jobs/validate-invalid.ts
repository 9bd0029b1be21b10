import { digits, ratio } from "../harness/format.js";
import { measure } from "../harness/measure.js";
import type { Report } from "../harness/report.js";
import { loadValidators } from "../peers/validators.js";
import { invalidValue } from "../samples/invalid.js";

const issues = 15;

/** Measures validating a value with 15 issues, all of which must be reported. */
export async function run(): Promise<Report> {
  const validators = await loadValidators();
  const value = invalidValue(issues);
  const timings = await measure(
    validators.map(({ name, validate }) => ({ name, run: () => validate(value) })),
  );
  const rows = validators.map(({ name, countIssues }, index) => {
    const timing = timings[index];
    return [name, String(countIssues(value)), timing === undefined ? "-" : ratio(timing)];
  });
  const peers = ["typia", "schemasafe", "ajv allErrors"];
  const best = Math.min(
    ...timings.filter(({ name }) => peers.includes(name)).map((timing) => timing.ratio),
  );
  return {
    title: "Validate an invalid value",
    about: `An IntegrationResponse with ${issues} things wrong: a required member of another type, an unknown enum value, lengths and types of map entries. Every issue is reported with path and message.`,
    tables: [
      { caption: "1.00 = apigatewayv2-codec", columns: ["validator", "issues", "ratio"], rows },
    ],
    aims: [
      {
        what: `validate with ${issues} issues`,
        against: `the best of schemasafe, typia and ajv (${digits(best)})`,
        value: best,
        limit: 5,
        sense: "at least",
        unit: "x faster",
      },
    ],
  };
}
