import type { Rule } from "../../rule.js";
import { arnTemplate, arnTrait } from "./arn.js";
import { clientEndpointDiscovery } from "./client-endpoint-discovery.js";
import { errorRename } from "./error-rename.js";
import { queryErrorCode } from "./query-error-code.js";
import { eventSource, sdkServiceId, sigV4Traits } from "./service-names.js";

/** Rules about traits of AWS. */
export const awsRules: readonly Rule[] = [
  arnTemplate,
  arnTrait,
  clientEndpointDiscovery,
  errorRename,
  eventSource,
  queryErrorCode,
  sdkServiceId,
  sigV4Traits,
];
