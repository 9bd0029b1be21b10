import { describe } from "../json-schema/describe-text.js";
import type { JsonObject } from "../../runtime/types.js";
import { documentationOf } from "../ir/documentation.js";
import type { AstResourceShape, Model, ShapeId } from "../load/ast.js";
import { nameOf } from "../load/names.js";
import { compare } from "../load/select-service.js";
import { externalDocs } from "./notes.js";

/** The tags of a document: the resources of the model, which have the operations. */
export class Tags {
  readonly #resources = new Map<ShapeId, AstResourceShape>();
  readonly #used = new Set<AstResourceShape>();

  constructor(model: Model, service: ShapeId) {
    const root = model.shapes.get(service);
    const pending = root?.type === "service" ? [...root.resources] : [];
    const seen = new Set<ShapeId>();
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      const resource = model.shapes.get(id);
      if (resource?.type !== "resource" || seen.has(id)) continue;
      seen.add(id);
      for (const operation of resource.operations) this.#resources.set(operation, resource);
      pending.push(...resource.resources);
    }
  }

  /** Returns the tag of an operation, if it is of a resource. */
  of(operation: ShapeId): { readonly tags?: readonly string[] } {
    const resource = this.#resources.get(operation);
    if (resource === undefined) return {};
    this.#used.add(resource);
    return { tags: [nameOf(resource.id)] };
  }

  /** Returns the tags that were used so far, sorted by name. */
  used(): JsonObject[] {
    const tags = new Map(
      [...this.#used].map((resource) => {
        const documentation = documentationOf(resource);
        const { description } = describe(documentation);
        const name = nameOf(resource.id);
        const described = description === undefined ? {} : { description };
        return [name, { name, ...described, ...externalDocs(documentation) }];
      }),
    );
    return [...tags.values()].sort((left, right) => compare(left.name, right.name));
  }
}
