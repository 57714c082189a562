import type { JobInput, JobName, JobResult } from "./jobs.server.ts";
import { WorkQueue } from "./work-queue.ts";
import { startWorker, WorkerDied, type WorkerProcess } from "./worker-process.server.ts";

/** Work that costs much, done outside of the process that serves pages. */
export interface Work {
  /**
   * Does a job when its turn comes. `input` is made then, when it is a function: what waits holds
   * nothing. Throws an answer, 503, when too much waits or the wait is too long, and when the job took
   * all of its worker's memory or time, unless `tooMuch` says what that means.
   */
  readonly run: <Name extends JobName>(
    name: Name,
    whose: string,
    input: JobInput<Name> | (() => Promise<JobInput<Name>>),
    tooMuch?: JobResult<Name>,
  ) => Promise<JobResult<Name>>;
  readonly close: () => void;
}

export interface WorkOptions {
  readonly report: (error: unknown) => void;
  readonly start?: () => WorkerProcess;
  /** Processes at most; they end when nothing was asked of them for a while. */
  readonly processes?: number;
  readonly waitMilliseconds?: number;
}

const PROCESSES = 2;
const WAIT_MILLISECONDS = 10_000;
const IDLE_MILLISECONDS = 60_000;
const LIMITS = { waiting: 24, waitingOfOne: 8 };
/** What needs much memory. */
const ALONE: ReadonlySet<string> = new Set(["encodePhoto", "unpackPackage", "workbook"]);
const SECONDS = 1000;
const JOB_MILLISECONDS = 30 * SECONDS;
const LONG_JOB_MILLISECONDS = 120 * SECONDS;
const COME_AGAIN = { "retry-after": "15" };

interface Task {
  readonly name: JobName;
  readonly whose: string;
  readonly alone: boolean;
  readonly input: unknown;
  readonly begin: (worker: WorkerProcess | null) => void;
}

/** A few worker processes, and a queue in front of them that is fair between people. */
export function openWork(options: WorkOptions): Work {
  const { start = startWorker, processes = PROCESSES } = options;
  const { waitMilliseconds = WAIT_MILLISECONDS } = options;
  const queue = new WorkQueue<Task>(LIMITS);
  const idle: WorkerProcess[] = [];
  let busy = 0;
  let tired: NodeJS.Timeout | undefined;

  const workerFor = () => {
    for (let worker = idle.pop(); worker !== undefined; worker = idle.pop()) {
      if (!worker.hasEnded()) return worker;
    }
    return start();
  };
  const goOn = () => {
    while (busy < processes) {
      const task = queue.take();
      if (task === null) return;
      busy += 1;
      task.begin(workerFor());
    }
  };
  const rest = () => {
    clearTimeout(tired);
    tired = setTimeout(() => {
      for (const worker of idle.splice(0)) worker.end();
    }, IDLE_MILLISECONDS);
    tired.unref();
  };
  const turnOf = (waiting: Omit<Task, "begin">): Promise<{ task: Task; worker: WorkerProcess }> =>
    new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        queue.remove(task);
        reject(busyAnswer());
      }, waitMilliseconds);
      const task: Task = {
        ...waiting,
        begin: (worker) => {
          clearTimeout(late);
          if (worker === null) reject(busyAnswer());
          else resolve({ task, worker });
        },
      };
      if (queue.add(task)) goOn();
      else task.begin(null);
    });

  return {
    async run(name, whose, input, tooMuch) {
      const { task, worker } = await turnOf({ name, whose, alone: ALONE.has(name), input });
      try {
        const given: unknown = typeof input === "function" ? await input() : input;
        const milliseconds = name === "unpackPackage" ? LONG_JOB_MILLISECONDS : JOB_MILLISECONDS;
        // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the job of that name answers
        return (await worker.run({ name, input: given }, milliseconds)) as JobResult<typeof name>;
      } catch (error) {
        if (!(error instanceof WorkerDied)) throw error;
        options.report(error);
        if (tooMuch === undefined) throw busyAnswer();
        return tooMuch;
      } finally {
        busy -= 1;
        queue.end(task);
        if (!worker.hasEnded()) idle.push(worker);
        rest();
        goOn();
      }
    },
    close: () => {
      clearTimeout(tired);
      for (const worker of idle.splice(0)) worker.end();
    },
  };
}

function busyAnswer(): Response {
  return new Response(null, { status: 503, headers: COME_AGAIN });
}

/** The same work done right here: for tests and commands, which serve nobody. */
export function workHere(): Work {
  return {
    async run(name, _whose, input) {
      const { JOBS } = await import("./jobs.server.ts");
      const given: unknown = typeof input === "function" ? await input() : input;
      const job: unknown = JOBS[name];
      if (typeof job !== "function") throw new TypeError(`there is no job ${name}`);
      const value: unknown = await job(given);
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the job of that name answers
      return value as JobResult<typeof name>;
    },
    close: () => undefined,
  };
}
