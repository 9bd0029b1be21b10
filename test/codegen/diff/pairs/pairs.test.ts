import { describe, expect, it } from "vitest";
import { entities } from "./entities.js";
import { http } from "./http.js";
import { ids } from "./ids.js";
import { meanings } from "./meanings.js";
import { members } from "./members.js";
import { outside } from "./outside.js";
import { linesOf, reportOf, type Pair } from "./pair.js";
import { shapes } from "./shapes.js";
import { traits } from "./traits.js";

const topics: Readonly<Record<string, readonly Pair[]>> = {
  entities,
  shapes,
  members,
  http,
  traits,
  meanings,
  ids,
  outside,
};

describe.each(Object.entries(topics))("diff of %s", (_, pairs) => {
  it.each(pairs)("$title", (pair) => {
    expect(linesOf(reportOf(pair))).toEqual(pair.want);
  });
});

/**
 * The events of the evaluators of Smithy's diff tool (smithy-diff 1.6x). Of some evaluators, the events have names of
 * their own: that of `AddedEntityBinding` are `AddedOperationBinding` and `AddedResourceBinding`.
 */
const events = [
  "AddedMetadata",
  "AddedOperationBinding",
  "AddedOperationError",
  "AddedOperationInput",
  "AddedOperationOutput",
  "AddedRequiredMember",
  "AddedResourceBinding",
  "AddedServiceError",
  "AddedShape",
  "AddedTraitDefinition",
  "ChangedDefault",
  "ChangedEnumTrait",
  "ChangedLengthTrait",
  "ChangedMemberOrder",
  "ChangedMemberTarget",
  "ChangedMetadata",
  "ChangedNullability",
  "ChangedOperationInput",
  "ChangedOperationOutput",
  "ChangedRangeTrait",
  "ChangedResourceIdentifiers",
  "ChangedShapeType",
  "ModifiedTrait",
  "RemovedAuthenticationScheme",
  "RemovedMetadata",
  "RemovedOperationBinding",
  "RemovedOperationError",
  "RemovedOperationInput",
  "RemovedOperationOutput",
  "RemovedResourceBinding",
  "RemovedServiceError",
  "RemovedShape",
  "RemovedTraitDefinition",
  "ServiceRename",
  "TraitBreakingChange",
];

describe("the pairs", () => {
  const changes = Object.values(topics)
    .flat()
    .flatMap((pair) => reportOf(pair).changes);

  it("have every event of Smithy's diff tool", () => {
    const found = new Set(changes.map(({ id }) => id.split(".", 1)[0]));
    expect(events.filter((event) => !found.has(event))).toEqual([]);
  });

  it("have every class, severity and step", () => {
    const all = (values: readonly string[]): string[] => [...new Set(values)].sort();
    expect(all(changes.flatMap(({ classes }) => classes))).toEqual([
      "behavior",
      "compatible",
      "source-breaking",
      "wire-breaking",
    ]);
    expect(all(changes.map(({ severity }) => severity))).toEqual([
      "breaking",
      "compatible",
      "dangerous",
    ]);
    expect(all(changes.map(({ step }) => step))).toEqual(["major", "minor", "patch"]);
  });

  it("state the place of every change, apart from metadata", () => {
    const unplaced = changes.filter(({ location }) => location === undefined);
    expect(new Set(unplaced.map(({ id }) => id))).toEqual(
      new Set(["AddedMetadata", "ChangedMetadata", "RemovedMetadata"]),
    );
    const removed = changes.find(({ id, place }) => id === "RemovedShape" && place === "t#Choice");
    expect(removed?.location).toMatchObject({ file: "old.json", pointer: "/shapes/t#Choice" });
    const added = changes.find(({ place }) => place === "t#In$more");
    expect(added?.location).toMatchObject({
      file: "new.json",
      pointer: "/shapes/t#In/members/more",
    });
  });

  it("have one report of every change", () => {
    for (const pair of Object.values(topics).flat()) {
      const places = linesOf(reportOf(pair));
      expect(new Set(places).size).toBe(places.length);
    }
  });
});
