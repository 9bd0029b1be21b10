/** The jobs, each in the file of its name under `jobs/`, in the order of the results. */
export const jobNames = [
  "decode",
  "encode",
  "serialise-request",
  "validate-valid",
  "validate-invalid",
  "server-step",
  "allocation",
  "cold-import",
  "bundle-size",
  "type-checking",
  "generation",
  "growth",
  "profiles",
] as const;

export type JobName = (typeof jobNames)[number];

/** Whether a name on the command line is a job's. */
export function isJobName(name: string): name is JobName {
  return (jobNames as readonly string[]).includes(name);
}
