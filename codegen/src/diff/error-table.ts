import type { ErrorTraits } from "../ir/ir.js";
import { breaking, compatible } from "./change.js";
import { compared, type Difference, type Optional, type Table } from "./walk.js";

/** What makes a structure an error; nothing does where every property is `undefined`. */
export const errorTable: Table<Optional<ErrorTraits>> = {
  name: "ErrorTraits",
  aspects: {
    fault: compared({
      show: (fault) => fault,
      says: ({ old, now }) => {
        if (old === undefined) return `is now a ${now ?? ""} error`;
        return now === undefined ? "is no longer an error" : `fault changed from ${old} to ${now}`;
      },
      means: ({ old, now }) =>
        old === undefined || now === undefined
          ? [breaking.code("Only errors are classes.")]
          : [breaking.code("`$fault` has another type and value.")],
    }),
    statusCode: compared({
      show: (code) => code?.toString(),
      says: "HTTP status",
      means: () => [breaking.wire("Code that tests the status no longer recognizes the error.")],
      isReportedBy: isFaultNew,
    }),
    queryCode: compared<Optional<ErrorTraits>, string | undefined>({
      show: (code) => code,
      says: "query error code",
      means: ({ old }) =>
        old === undefined
          ? [compatible.wire("The error is also recognized by this code.")]
          : [breaking.wire("The error is no longer recognized by the old code.")],
      isReportedBy: isFaultNew,
    }),
  },
};

function isFaultNew({ before, after }: Difference<Optional<ErrorTraits>, unknown>): boolean {
  return before.fault === undefined || after.fault === undefined;
}
