import { ratio } from "../harness/format.js";
import { measure, type Timing } from "../harness/measure.js";
import type { Report } from "../harness/report.js";
import { loadValidators } from "../peers/validators.js";
import { samples } from "../samples/integration-response.js";

/** Measures validating valid values. */
export async function run(): Promise<Report> {
  const validators = await loadValidators();
  const results: { name: string; timings: Timing[] }[] = [];
  for (const { name, value } of samples) {
    for (const validator of validators) {
      const found = validator.countIssues(value);
      if (found !== 0) throw new Error(`${validator.name} finds ${found} issues in ${name}`);
    }
    const contenders = validators.map(({ name: peer, validate }) => ({
      name: peer,
      run: () => validate(value),
    }));
    results.push({ name, timings: await measure(contenders) });
  }
  const limits = [1.2, 3.5, 7];
  return {
    title: "Validate a valid value",
    about:
      "An IntegrationResponse in memory: a required member, an enum, and the length of every map entry. Below about 40 ns, only the order of magnitude is meaningful.",
    tables: [
      {
        caption: "1.00 = apigatewayv2-codec",
        columns: ["validator", ...results.map(({ name }) => name), "remark"],
        rows: validators.map(({ name, remark }, index) => [
          name,
          ...results.map(({ timings }) => cell(timings[index])),
          remark,
        ]),
      },
    ],
    aims: results.map(({ name, timings }, index) => ({
      what: `validate ${name}`,
      against: "typia",
      value: timings.find((timing) => timing.name === "typia")?.ratio ?? NaN,
      limit: limits[index] ?? NaN,
      sense: "at least",
      unit: "x faster",
    })),
  };
}

function cell(timing: Timing | undefined): string {
  return timing === undefined ? "-" : ratio(timing);
}
