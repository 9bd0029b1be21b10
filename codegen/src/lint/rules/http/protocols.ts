import { findShape } from "../../../model/find-shape.js";
import type { ServiceShape, ShapeId, SmithyModel, Trait } from "../../../model/model.js";
import { textsMember, traitMember } from "./trait-values.js";

/** A protocol of a service. */
export interface Protocol {
  /** The trait of the service. */
  readonly trait: Trait;
  /** The traits that the protocol supports. */
  readonly supports: ReadonlySet<ShapeId>;
  readonly hasDocuments: boolean;
}

/** The protocols of AWS whose traits say which versions of HTTP a service has. */
export const awsProtocols: ReadonlySet<ShapeId> = new Set([
  "aws.protocols#awsJson1_0",
  "aws.protocols#awsJson1_1",
  "aws.protocols#restJson1",
  "aws.protocols#restXml",
]);

/** Returns the protocols of a service, in the order of their ids (Smithy 2.0, "protocolDefinition trait"). */
export function protocolsOf(model: SmithyModel, { traits }: ServiceShape): readonly Protocol[] {
  return [...traits.values()]
    .sort((left, right) => (left.id < right.id ? -1 : 1))
    .flatMap((trait) => {
      const definition = findShape(model, trait.id)?.traits.get("smithy.api#protocolDefinition");
      if (definition === undefined) return [];
      return [
        {
          trait,
          supports: new Set(textsMember(definition, "traits")),
          hasDocuments: traitMember(definition, "noInlineDocumentSupport") !== true,
        },
      ];
    });
}
