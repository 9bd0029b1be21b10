import type { ErrorTraits } from "../ir/ir.js";
import { breaking, compatible, dangerous } from "./change.js";
import { partEvent } from "./event-ids.js";
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
      means: (difference) => {
        const { old, now, before, after } = difference;
        if (old === undefined || now === undefined)
          return [breaking.code("Only errors are classes.")];
        const other = breaking.code("`$fault` has another type and value.");
        if (!isStatusOfFault(difference)) return [other];
        const codes = [before, after].map(({ statusCode }) => String(statusCode));
        return [other, breaking.wire(`Its HTTP status changes from ${codes.join(" to ")}.`)];
      },
    }),
    statusCode: compared({
      show: (code) => code?.toString(),
      says: "HTTP status",
      event: ({ before, after }) =>
        partEvent("smithy.api#httpError", hasDefaultStatus(before), hasDefaultStatus(after)),
      means: () => [breaking.wire("Code that tests the status no longer recognizes the error.")],
      isReportedBy: (difference) => isFaultNew(difference) || isStatusOfFault(difference),
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
    retryable: compared<Optional<ErrorTraits>, ErrorTraits["retryable"]>({
      show: (kind) => kind,
      says: ({ old, now }) => {
        if (old === undefined) return "is now retryable";
        return now === undefined ? "is no longer retryable" : `is now retryable as a ${now} error`;
      },
      means: ({ old, now }) => {
        if (old === undefined)
          return [compatible.wire("Clients may repeat requests that failed with it.")];
        return now === undefined
          ? [dangerous.wire("Clients may no longer repeat requests that failed with it.")]
          : [compatible.wire("Clients may wait for another time before they repeat requests.")];
      },
      isReportedBy: isFaultNew,
    }),
  },
};

function isFaultNew({ before, after }: Difference<Optional<ErrorTraits>, unknown>): boolean {
  return before.fault === undefined || after.fault === undefined;
}

/** Whether the status changed only because the fault did. */
function isStatusOfFault({ before, after }: Difference<Optional<ErrorTraits>, unknown>): boolean {
  return before.fault !== after.fault && hasDefaultStatus(before) && hasDefaultStatus(after);
}

/** Whether the status is that of an error without the trait `httpError` (Smithy 2.0, "error"). */
function hasDefaultStatus({ fault, statusCode }: Optional<ErrorTraits>): boolean {
  return statusCode === (fault === "server" ? 500 : 400);
}
