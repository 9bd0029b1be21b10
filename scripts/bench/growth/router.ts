import { operationsModel } from "../samples/synthetic-models.js";
import { loadModelCode } from "../setup/generate-model.js";
import { measureGrowth, type Growth } from "./growth.js";

interface Router {
  readonly matchOperation: (request: object) => string | undefined;
}

/** Measures finding one operation by the number of operations. The time should not depend on it. */
export async function growthOfRouter(): Promise<Growth[]> {
  const steps: { size: number; run: () => unknown }[] = [];
  for (const size of [4, 32, 256]) {
    const model = operationsModel(size);
    const { matchOperation } = (await loadModelCode(`router-${size}`, model)) as Router;
    const request = { method: "GET", path: `/v1/kind${size - 1}/a1`, headers: {} };
    if (matchOperation(request) !== `Get${size - 1}`) throw new Error("the router is wrong");
    steps.push({ size, run: () => matchOperation(request) });
  }
  const { table, aim } = measureGrowth("find an operation among many", "operation", steps);
  return [
    {
      table: {
        ...table,
        columns: ["operations", "time of one request"],
        rows: table.rows.map(([size = "", total = ""]) => [size, total]),
      },
      aim: { ...aim, against: "no growth (exponent 0)", limit: 0.25 },
    },
  ];
}
