import { parentPort } from "node:worker_threads";
import { runTask } from "./run-task.js";
import type { Task } from "./task.js";
import { dataOf } from "./worker-error.js";
import type { WorkerMessage } from "./worker-pool.js";

/** A thread that runs the tasks that it is sent, one after the other. */
const send = (message: WorkerMessage): void => parentPort?.postMessage(message);

parentPort?.on("message", (task: Task) => {
  runTask(task, {
    onProgress: (text) => {
      send({ kind: "progress", text });
    },
    onWait: (text) => {
      send({ kind: "wait", text });
    },
  }).then(
    (report) => {
      send({ kind: "report", report });
    },
    (error: unknown) => {
      send({ kind: "error", error: dataOf(error) });
    },
  );
});
