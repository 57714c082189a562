import { type ChildProcess, fork } from "node:child_process";
import { setPriority } from "node:os";
import { fileURLToPath } from "node:url";

/** What goes to a worker, and what comes back. */
export interface WorkerTask {
  readonly name: string;
  readonly input: unknown;
}
export type WorkerAnswer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string; readonly stack: string };

/** A worker ended, or was ended, before it answered. */
export class WorkerDied extends Error {
  override readonly name = "WorkerDied";
}

export interface WorkerProcess {
  readonly run: (task: WorkerTask, milliseconds: number) => Promise<unknown>;
  readonly hasEnded: () => boolean;
  readonly end: () => void;
}

const HEAP_MEGABYTES = 192;
/** Behind the process that serves pages. */
const PRIORITY = 10;

/** Starts a process with a heap of its own, and without the secrets of this one. */
export function startWorker(): WorkerProcess {
  const isBuilt = !import.meta.url.endsWith(".ts");
  const entry = new URL(isBuilt ? "./worker.js" : "./worker.ts", import.meta.url);
  const child = fork(fileURLToPath(entry), [], {
    execArgv: [`--max-old-space-size=${HEAP_MEGABYTES}`, ...(isBuilt ? [] : ["--import", "tsx"])],
    env: { NODE_ENV: "production" },
    serialization: "advanced",
    // What a library prints there may hold parts of what somebody sent.
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  if (child.pid !== undefined) setPriority(child.pid, PRIORITY);
  child.on("error", () => undefined);
  return {
    run: (task, milliseconds) => runOn(child, task, milliseconds),
    hasEnded: () => !child.connected,
    end: () => child.kill("SIGKILL"),
  };
}

function runOn(child: ChildProcess, task: WorkerTask, milliseconds: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
    const leave = () => {
      clearTimeout(timer);
      child.off("message", answered);
      child.off("exit", died);
    };
    const answered = (answer: WorkerAnswer) => {
      leave();
      if (answer.ok) resolve(answer.value);
      else reject(Object.assign(new Error(answer.message), { stack: answer.stack }));
    };
    const died = (code: number | null, signal: string | null) => {
      leave();
      reject(new WorkerDied(`${task.name}: the worker ended with ${signal ?? String(code)}`));
    };
    child.on("message", answered);
    child.on("exit", died);
    child.send(task, (error) => {
      if (error === null) return;
      leave();
      reject(new WorkerDied(`${task.name}: ${error.message}`));
    });
  });
}
