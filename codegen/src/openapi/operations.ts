import { describe } from "../json-schema/describe-text.js";
import { requestBodyOf } from "./bodies.js";
import type { Context } from "./context.js";
import type { OperationObject } from "./document.js";
import { examplesOf } from "./examples.js";
import { externalDocs } from "./notes.js";
import { parametersOf, prefixHeaders } from "./parameters.js";
import type { PlacedOperation } from "./paths.js";
import { responsesOf } from "./responses.js";
import { operationSecurity } from "./security.js";
import type { Tags } from "./tags.js";

/** Returns an operation object (OpenAPI 3.1, "Operation Object"). */
export function operationObject(
  { operation, labels }: PlacedOperation,
  tags: Tags,
  context: Context,
): OperationObject {
  const { id, name, documentation } = operation;
  const examples = examplesOf(operation, context.model);
  const parameters = parametersOf(operation, labels, examples.input, context);
  return {
    ...tags.of(id),
    // Tools show it beside the path, so it is the name that the model has, and not its description.
    summary: name,
    ...describe(documentation),
    ...externalDocs(documentation),
    operationId: name,
    ...(parameters.length === 0 ? {} : { parameters }),
    ...requestBodyOf(operation, examples.input, context),
    ...prefixHeaders(operation.request.prefixHeaders, context),
    responses: responsesOf(operation, examples, context),
    ...operationSecurity(operation, context),
  };
}
