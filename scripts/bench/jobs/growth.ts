import { growthOfDecode } from "../growth/decode.js";
import { growthOfDepth } from "../growth/depth.js";
import { growthOfIssues } from "../growth/issues.js";
import { growthOfRouter } from "../growth/router.js";
import type { Report } from "../harness/report.js";

/** How costs grow. */
export async function run(): Promise<Report> {
  const results = [
    ...(await growthOfDecode()),
    ...(await growthOfIssues()),
    ...(await growthOfDepth()),
    ...(await growthOfRouter()),
  ];
  return {
    title: "Growth",
    about:
      "The exponent is that of the size by which the time grows: 1 is linear, 2 would be quadratic. Shapes in the generator are under Generation.",
    tables: results.map(({ table }) => table),
    aims: results.map(({ aim }) => aim),
  };
}
