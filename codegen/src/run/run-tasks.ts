import { availableParallelism } from "node:os";
import { DiagnosticError } from "../diagnostics/diagnostic.js";
import { findUnchanged, runTask } from "./run-task.js";
import type { Task, TaskEvents, TaskReport } from "./task.js";
import { WorkerPool } from "./worker-pool.js";

/** The result of one of several tasks: its report, or the error that it failed with. */
export type TaskOutcome =
  | { readonly task: Task; readonly report: TaskReport }
  | { readonly task: Task; readonly error: DiagnosticError };

/** What several tasks report while they run. */
export interface TasksEvents {
  readonly onProgress?: (task: Task, text: string) => void;
  readonly onWait?: (task: Task, message: string) => void;
  /** Called once for each task, when it has ended. */
  readonly onEnd?: (outcome: TaskOutcome) => void;
}

/**
 * Runs tasks in parallel in worker threads, as many at once as the computer has processors. A single task, and one with
 * nothing to do, needs no thread. A task that fails does not stop the others.
 * @param jobs how many tasks may run at once; 1 runs them in this thread
 * @returns the outcomes in the order of the tasks
 * @throws any error that the user cannot fix
 */
export async function runTasks(
  tasks: readonly Task[],
  events: TasksEvents = {},
  jobs: number = availableParallelism(),
): Promise<readonly TaskOutcome[]> {
  const outcomes = new Map<Task, TaskOutcome>();
  const end = (outcome: TaskOutcome): void => {
    outcomes.set(outcome.task, outcome);
    events.onEnd?.(outcome);
  };
  const pending: Task[] = [];
  for (const task of tasks) {
    const report =
      tasks.length === 1 ? undefined : await findUnchanged(task).catch(() => undefined);
    if (report === undefined) pending.push(task);
    else end({ task, report });
  }
  if (pending.length <= 1 || jobs <= 1) {
    for (const task of pending)
      end(await outcomeOf(task, () => runTask(task, eventsOf(task, events))));
  } else {
    const pool = new WorkerPool(Math.min(jobs, pending.length));
    try {
      await Promise.all(
        pending.map(async (task) => {
          end(await outcomeOf(task, () => pool.run(task, eventsOf(task, events))));
        }),
      );
    } finally {
      await pool.close();
    }
  }
  return tasks.map((task) => outcomes.get(task)).filter((outcome) => outcome !== undefined);
}

function eventsOf(task: Task, { onProgress, onWait }: TasksEvents): TaskEvents {
  return {
    onProgress: (text) => onProgress?.(task, text),
    onWait: (message) => onWait?.(task, message),
  };
}

async function outcomeOf(task: Task, run: () => Promise<TaskReport>): Promise<TaskOutcome> {
  try {
    return { task, report: await run() };
  } catch (error) {
    if (error instanceof DiagnosticError) return { task, error };
    throw error;
  }
}
