import type { Operation, Service } from "../../../../codegen/src/ir/service.js";

/** Operations on one kind of resource. */
export interface OperationGroup {
  readonly title: string;
  readonly operations: readonly Operation[];
}

/** The titles of groups by the literal of the URI that names the resource, in the order of the menu. */
const titles: Readonly<Record<string, string>> = {
  apis: "APIs",
  routes: "Routes",
  integrations: "Integrations",
  authorizers: "Authorizers",
  models: "Models",
  stages: "Stages",
  deployments: "Deployments",
  domainnames: "Domain names",
  vpclinks: "VPC links",
  portals: "Portals",
  portalproducts: "Portal products",
  tags: "Tags",
};

/** Groups the operations of a service by what they are about. */
export function groupOperations({ operations }: Service): readonly OperationGroup[] {
  const groups = new Map<string, Operation[]>(Object.values(titles).map((title) => [title, []]));
  for (const operation of operations) {
    const title = titleOf(operation);
    groups.set(title, [...(groups.get(title) ?? []), operation]);
  }
  return [...groups]
    .filter(([, members]) => members.length > 0)
    .map(([title, members]) => ({ title, operations: members }));
}

/** The last resource of the URI that has a title: `/v2/apis/{ApiId}/routes/{RouteId}` is about routes. */
function titleOf({ http }: Operation): string {
  const literals = http.segments.flatMap((segment) =>
    segment.kind === "literal" ? [titles[segment.text] ?? ""] : [],
  );
  return literals.filter((title) => title !== "").at(-1) ?? "Others";
}
