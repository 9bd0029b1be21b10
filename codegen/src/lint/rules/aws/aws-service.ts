import { nameOf } from "../../../load/names.js";
import type { ServiceShape, Trait } from "../../../model/model.js";
import type { RuleContext } from "../../rule.js";
import { textMember } from "../http/trait-values.js";

/** A service with the trait `aws.api#service`. */
export interface AwsService {
  readonly service: ServiceShape;
  readonly trait: Trait;
  readonly arnNamespace: string;
}

export function awsServices({ shapesOf }: RuleContext): readonly AwsService[] {
  return [...shapesOf("service")].flatMap((service) => {
    const trait = service.traits.get("aws.api#service");
    if (trait === undefined) return [];
    const arnNamespace = textMember(trait, "arnNamespace") ?? nameOf(service.id).toLowerCase();
    return [{ service, trait, arnNamespace }];
  });
}
