import type { Http, Operation, Service } from "../ir/service.js";
import type { Customization } from "../ir/customizations.js";
import type { Structure } from "../ir/ir.js";
import { protocolRules } from "../ir/protocol.js";
import { breaking, compatible, dangerous, type Effect } from "./change.js";
import { compareShapes } from "./compare-shapes.js";
import { documentationTable } from "./documentation-table.js";
import { doesNotCompile } from "./effects.js";
import {
  compareBy,
  compared,
  flag,
  ignored,
  inner,
  nested,
  pairBy,
  summarize,
  type Aspect,
  type Difference,
  type Table,
} from "./walk.js";

/** A service: the whole IR. */
export const serviceTable: Table<Service> = {
  name: "Service",
  aspects: {
    id: compared({
      show: (id) => id,
      says: "shape id of the service",
      means: ({ before, after }) =>
        protocolRules[after.protocol].httpBindings || before.shapeName === after.shapeName
          ? [compatible.tools("It is not on the wire; commands that name it must change.")]
          : [breaking.wire("Requests of old clients do not reach the service.")],
    }),
    noErrorWrapping: flag("errors are no longer wrapped", "errors are now wrapped", () => [
      breaking.wire("Old clients do not find the code of an error."),
    ]),
    shapeName: ignored("It is a part of the shape id."),
    hasServers: ignored("It follows from the protocol."),
    queryCompatible: ignored("The trait is compared on its own."),
    name: compared({
      show: (name) => name,
      says: "SDK name of the service",
      means: ({ before, after }) => [
        breaking.code(
          `Its errors extend ${after.exceptionName} instead of ${before.exceptionName}.`,
        ),
      ],
    }),
    version: compared({ show: (version) => version, says: "version", means: () => [] }),
    protocol: compared({
      show: (name) => name,
      says: "protocol",
      means: () => [breaking.wire("All messages are different.")],
    }),
    exceptionName: compared({
      show: (name) => name,
      says: "base class of errors",
      means: () => [doesNotCompile],
      isReportedBy: ({ before, after }) => before.name !== after.name,
    }),
    documentation: nested(() => documentationTable),
    auth: ignored("Its traits are compared on their own."),
    operations: inner(compareOperations),
    shapes: inner(({ context }) => compareShapes(context)),
    errors: ignored("They are the errors of the operations."),
    endpoints: ignored("The traits of the rules are compared with those of the model."),
  },
};

const unreachable: Effect = breaking.wire("Requests of old clients do not reach the operation.");

/** How HTTP carries an operation. */
export const httpTable: Table<Http> = {
  name: "Http",
  aspects: {
    method: compared({
      show: (method) => method,
      says: "HTTP method",
      means: () => [unreachable],
    }),
    uri: compared({
      show: (uri) => uri,
      says: "URI",
      means: ({ old, now }) =>
        withoutLabels(old) === withoutLabels(now)
          ? [compatible.tools("Only names of labels differ.")]
          : [unreachable],
    }),
    segments: ignored("They are parts of the URI."),
    query: ignored("It is part of the URI."),
    code: compared({
      show: String,
      says: "HTTP status",
      means: () => [breaking.wire("Code that expects the old status fails.")],
    }),
  },
};

function withoutLabels(uri: string): string {
  return uri.replace(/\{[^{}+]*(\+?)\}/g, "{$1}");
}

const customized = breaking.wire("Old clients do not follow the new rule.");

/** What AWS asks of the clients of single services. */
export const customizationTable: Table<Customization> = {
  name: "Customization",
  aspects: {
    headers: compared({
      show: (headers) => JSON.stringify(headers),
      says: "headers of every request",
      means: () => [customized],
    }),
    labels: compared({
      show: (labels) => JSON.stringify([...labels]),
      says: "values of empty labels",
      means: () => [customized],
    }),
    endpointMember: ignored("It depends on the service alone."),
    endpointLabel: ignored("It depends on the service alone."),
    dotSegments: ignored("It depends on the service alone."),
    treeHash: compared({
      show: (header) => header,
      says: "tree hash header",
      means: () => [customized],
    }),
  },
};

/** An operation. */
export const operationTable: Table<Operation> = {
  name: "Operation",
  aspects: {
    id: ignored("Operations are paired by name; namespaces are not on the wire."),
    name: ignored("Operations are paired by it."),
    symbol: compared({
      show: (symbol) => symbol,
      says: "name in TypeScript",
      means: () => [doesNotCompile],
    }),
    file: compared({
      show: (file) => file,
      says: "module",
      means: () => [breaking.code("Code that imports the old module does not compile.")],
    }),
    documentation: nested(() => documentationTable),
    http: nested(() => httpTable),
    input: message("input", ({ now }) => {
      if (now === undefined) return breaking.code("Callers can no longer pass it.");
      return now.members.some(({ present }) => present)
        ? breaking.code("Callers must pass it.")
        : compatible.code("Callers may pass it.");
    }),
    output: message("output", ({ old }) =>
      old === undefined
        ? compatible.code("Callers may read it.")
        : breaking.code("Code that reads it does not compile."),
    ),
    request: ignored("It follows from the input and the protocol."),
    response: ignored("It follows from the output and the protocol."),
    errors: inner(compareErrors),
    hostPrefix: compared({
      show: (parts) => parts && JSON.stringify(prefixText(parts)),
      says: "host prefix",
      means: () => [breaking.wire("Old clients send requests to another host.")],
    }),
    auth: ignored("Its traits are compared on their own."),
    unsignedPayload: ignored("Its trait is compared on its own."),
    checksumRequired: flag(
      "now requires a checksum",
      "no longer requires a checksum",
      ({ now }) => [
        now
          ? breaking.wire("Requests without content-md5 are rejected.")
          : compatible.wire("Clients no longer send content-md5."),
      ],
    ),
    checksum: ignored("Its trait is compared on its own."),
    gzip: flag(
      "now accepts compressed requests",
      "no longer accepts compressed requests",
      ({ now }) => [
        now
          ? compatible.wire("Clients may compress with gzip.")
          : breaking.wire("Requests that old clients compress are rejected."),
      ],
    ),
    unwrappedOutput: flag("the output is no longer wrapped", "the output is now wrapped", () => [
      breaking.wire("Old clients do not find the output."),
    ]),
    pages: ignored("The trait is compared as a whole."),
    waiters: ignored("The trait is compared as a whole."),
    examples: ignored("They are documentation."),
    customization: nested(() => customizationTable),
    endpointParameters: ignored("Their traits are compared with those of the model."),
  },
};

function prefixText(parts: readonly string[]): string {
  return parts.map((part, index) => (index % 2 === 0 ? part : `{${part}}`)).join("");
}

/** The input or output. Where both versions have one, or it was renamed, its members are compared on their own. */
function message(
  name: "input" | "output",
  means: (difference: Difference<Operation, Structure | undefined>) => Effect,
): Aspect<Operation, Structure | undefined> {
  return compared({
    show: (structure) => structure?.id,
    says: ({ old, now }) => summarize(name, old?.name, now?.name),
    means: (difference) => {
      const { old, now, context } = difference;
      if (old === undefined || now === undefined) return [means(difference)];
      // What else differs is reported at the structures.
      return context.isPair(old, now)
        ? [compatible.code("It is the same structure under another name.")]
        : [breaking.code("Its type in code is different.")];
    },
    isReportedBy: ({ old, now, context }) =>
      old !== undefined && now !== undefined && context.isPair(old, now) && old.name === now.name,
  });
}

function compareOperations(
  { old, now, context }: Difference<Service, readonly Operation[]>,
  id: string,
): void {
  for (const [name, before, after] of pairBy(old, now, (operation) => operation.name)) {
    if (before !== undefined && after !== undefined) {
      compareBy(operationTable, before, after, { ...context, place: after.id });
    } else if (after !== undefined) {
      context.report(
        {
          id: `${id}.added`,
          summary: "operation was added",
          before: undefined,
          after: name,
          effects: [],
        },
        { ...context, place: after.id },
      );
    } else if (before !== undefined) {
      context.report(
        {
          id: `${id}.removed`,
          summary: "operation was removed",
          before: name,
          after: undefined,
          effects: [breaking.code("Code that calls it does not compile."), unreachable],
        },
        { ...context, place: before.id },
      );
    }
  }
}

function compareErrors(
  { old, now, context }: Difference<Operation, readonly Structure[]>,
  id: string,
): void {
  for (const [name, before, after] of pairBy(old, now, (error) => error.name)) {
    if (before !== undefined && after !== undefined) continue;
    const isNew = before === undefined;
    context.report(
      {
        id: `${id}.${isNew ? "added" : "removed"}`,
        summary: summarize("error", before?.name, after?.name),
        before: before?.name,
        after: after?.name,
        effects: [
          isNew
            ? dangerous.code(`Code that handles every error must handle ${name}.`)
            : compatible.code(`Code need not handle ${name} here.`),
        ],
      },
      context,
    );
  }
}
