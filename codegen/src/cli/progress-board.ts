import type { Task } from "../run/task.js";
import type { Reporter } from "./reporter.js";

/** How many lines fit on any terminal. */
const maxLines = 12;

/** One line of progress for each running task. */
export class ProgressBoard {
  readonly #lines = new Map<Task, string>();
  #done = 0;
  readonly #tasks: readonly Task[];
  readonly #reporter: Reporter;

  constructor(tasks: readonly Task[], reporter: Reporter) {
    this.#tasks = tasks;
    this.#reporter = reporter;
  }

  /** Shows what a task is doing. */
  show(task: Task, text: string): void {
    this.#lines.set(
      task,
      this.#tasks.length === 1 ? `${capitalize(text)} ...` : `${task.name}: ${text} ...`,
    );
    this.#draw();
  }

  /** Removes the line of a task. */
  end(task: Task): void {
    this.#lines.delete(task);
    this.#done++;
    this.#draw();
  }

  #draw(): void {
    const lines = [...this.#lines.values()].slice(0, maxLines);
    const count = `${this.#done} of ${this.#tasks.length} outputs done`;
    this.#reporter.progress(this.#tasks.length === 1 ? lines : [...lines, count]);
  }
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
