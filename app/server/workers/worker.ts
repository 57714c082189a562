// A worker process: does one job after another, and ends with the process that started it.
import { JOBS } from "./jobs.server.ts";
import type { WorkerAnswer, WorkerTask } from "./worker-process.server.ts";

process.on("disconnect", () => process.exit());
// Ctrl-C goes to every process of a terminal; who started this one ends it when its work is done.
process.on("SIGINT", () => undefined);
process.on("message", (task: WorkerTask) => void answer(task));

async function answer({ name, input }: WorkerTask): Promise<void> {
  process.send?.(await resultOf(name, input));
}

async function resultOf(name: string, input: unknown): Promise<WorkerAnswer> {
  try {
    const job: unknown = Object.hasOwn(JOBS, name) ? Reflect.get(JOBS, name) : undefined;
    if (typeof job !== "function") throw new TypeError(`there is no job ${name}`);
    const value: unknown = await job(input);
    return { ok: true, value };
  } catch (error) {
    const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
    return { ok: false, message, stack };
  }
}
