import type { AstServiceShape } from "../load/ast.js";
import { traitProperty } from "../load/traits.js";

/** Rules for the clients of one AWS service that no trait of the model expresses (but its protocol tests require). */
export interface Customization {
  /** Headers of every request, with names in lower case. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** The values of labels that are absent or empty, by member name. */
  readonly labels: ReadonlyMap<string, string>;
  /** The header that is set to the tree hash of the body if the caller does not set it. */
  readonly treeHash: string | undefined;
  /** The member of inputs whose host requests are sent to. */
  readonly endpointMember: string | undefined;
  /** The member of inputs that is the first label of paths, unless the endpoint rules put it in the URL. */
  readonly endpointLabel: string | undefined;
  /** Whether greedy labels can have the segments `.` and `..`, which stay as they are. */
  readonly dotSegments: boolean;
}

const none: Customization = {
  headers: [],
  labels: new Map(),
  treeHash: undefined,
  endpointMember: undefined,
  endpointLabel: undefined,
  dotSegments: false,
};

/** Returns the customization of a service. */
export function customizationOf(service: AstServiceShape): Customization {
  switch (traitProperty(service, "aws.api#service", "sdkId")) {
    case "API Gateway":
      return { ...none, headers: [["accept", "application/json"]] };
    case "Glacier":
      return {
        ...none,
        headers: [["x-amz-glacier-version", service.version]],
        // A hyphen means the account whose credentials sign the request.
        labels: new Map([["accountId", "-"]]),
        treeHash: "x-amz-sha256-tree-hash",
      };
    case "Machine Learning":
      return { ...none, endpointMember: "PredictEndpoint" };
    case "S3":
      return { ...none, endpointLabel: "Bucket", dotSegments: true };
    default:
      return none;
  }
}
