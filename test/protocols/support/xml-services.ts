import type { SdkService } from "./aws-service.js";
import { databases } from "./databases.js";
import { instances } from "./instances.js";
import { topics } from "./topics.js";
import { zones } from "./zones.js";

/** Services whose answers are XML, by their names, which are those of the folders of generated code. */
export const xmlServices: readonly (readonly [name: string, service: SdkService])[] = [
  ["route-53", zones],
  ["sns", topics],
  ["rds", databases],
  ["ec2", instances],
];
