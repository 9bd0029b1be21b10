/** The package has no types of its own. */
declare module "dynalite" {
  import type { Server } from "node:http";

  /** Creates an emulator of DynamoDB that keeps tables in memory. */
  export default function dynalite(options: {
    /** How long a new table has the state `CREATING`, in milliseconds. */
    readonly createTableMs: number;
    readonly deleteTableMs: number;
  }): Server;
}
