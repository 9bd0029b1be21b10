import { growthOfDecode } from "../growth/decode.js";
import { growthOfDepth } from "../growth/depth.js";
import { growthOfIssues } from "../growth/issues.js";
import { growthOfRouter } from "../growth/router.js";
import type { Report } from "../harness/report.js";

/** Measures how costs grow. */
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
      "How the time grows with the size: an exponent of 1 is linear, 2 would be quadratic. The growth of the generator is in the section Generation.",
    tables: results.map(({ table }) => table),
    aims: results.map(({ aim }) => aim),
  };
}
