import type { Rule } from "../../rule.js";
import { authTrait, serviceAuthDefinitions } from "./auth.js";
import { defaultValueInUpdate } from "./default-value-in-update.js";
import { idempotentTrait } from "./idempotent-trait.js";
import { memberShouldReferenceResource } from "./member-should-reference-resource.js";
import {
  operationInputOutputMisuse,
  operationInputOutputName,
  operationNameAmbiguity,
} from "./operation-io.js";
import { resourceIdentifier } from "./resource-identifier.js";
import { resourceIdentifierBinding } from "./resource-identifier-binding.js";
import { resourceLifecycle } from "./resource-lifecycle.js";
import { resourceOperationInputOutput } from "./resource-operation-input-output.js";
import { serviceBoundResourceOperation } from "./service-bound-resource-operation.js";
import { service } from "./service.js";
import { shapeIdConflict } from "./shape-id-conflict.js";
import { singleOperationBinding, singleResourceBinding } from "./single-binding.js";

/** Rules about services, resources and operations. */
export const servicesRules: readonly Rule[] = [
  authTrait,
  defaultValueInUpdate,
  idempotentTrait,
  memberShouldReferenceResource,
  operationInputOutputMisuse,
  operationInputOutputName,
  operationNameAmbiguity,
  resourceIdentifier,
  resourceIdentifierBinding,
  resourceLifecycle,
  resourceOperationInputOutput,
  service,
  serviceAuthDefinitions,
  serviceBoundResourceOperation,
  shapeIdConflict,
  singleOperationBinding,
  singleResourceBinding,
];
