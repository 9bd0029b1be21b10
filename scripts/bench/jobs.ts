/** The jobs in the order of the results. Each has a file of the same name in `jobs/`. */
export const jobNames = [
  "decode",
  "encode",
  "serialise-request",
  "call",
  "protocols",
  "validate-valid",
  "validate-invalid",
  "server-step",
  "handler",
  "serve",
  "allocation",
  "cold-import",
  "bundle-size",
  "type-checking",
  "generation",
  "regenerate",
  "growth",
  "profiles",
] as const;

export type JobName = (typeof jobNames)[number];

/** Returns whether a name is the name of a job. */
export function isJobName(name: string): name is JobName {
  return (jobNames as readonly string[]).includes(name);
}
