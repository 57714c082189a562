import { expect, test } from "vitest";

import type { JobResult } from "#app/server/workers/jobs.server.ts";
import { openWork, type Work, type WorkOptions } from "#app/server/workers/work.server.ts";
import {
  WorkerDied,
  type WorkerProcess,
  type WorkerTask,
} from "#app/server/workers/worker-process.server.ts";

interface Running {
  readonly of: string;
  readonly finish: () => void;
  readonly die: () => void;
}

/** Work whose processes do nothing until they are told; each task names her whose it is. */
function workOf(options: Partial<WorkOptions> = {}) {
  const running: Running[] = [];
  const reported: unknown[] = [];
  let started = 0;
  const start = (): WorkerProcess => {
    started += 1;
    let ended = false;
    return {
      hasEnded: () => ended,
      end: () => {
        ended = true;
      },
      run: ({ input }: WorkerTask) =>
        new Promise((resolve, reject) => {
          running.push({
            of: String(Reflect.get(Object(input), "holderName")),
            finish: () => resolve(new Uint8Array()),
            die: () => {
              ended = true;
              reject(new WorkerDied("it was too much"));
            },
          });
        }),
    };
  };
  const report = (error: unknown) => reported.push(error);
  const work = openWork({ start, report, ...options });
  return { work, running, reported, started: () => started };
}

/** Asks for a paper of her own; answers what came of it: "drawn", or the status that she was told. */
async function ask(work: Work, whose: string, name: "planPdf" | "workbook" = "planPdf") {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no worker draws it
  const paper = { holderName: whose } as never;
  try {
    await work.run(name, whose, paper);
    return "drawn";
  } catch (error) {
    return error instanceof Response ? error.status : String(error);
  }
}

/** Lets go on what waits for nothing. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

test("a neighbour's paper does not wait for the many of one", async () => {
  const { work, running, started } = workOf({ processes: 2 });
  const hers = Array.from({ length: 5 }, () => ask(work, "Mỷ"));
  const other = ask(work, "Páo");
  await settle();

  expect(running.map(({ of }) => of)).toEqual(["Mỷ", "Páo"]);
  running[1]?.finish();
  await expect(other).resolves.toBe("drawn");
  for (let done = 0; done < 5; done += 1) {
    running.filter(({ of }) => of === "Mỷ")[done]?.finish();
    await settle();
  }
  await expect(Promise.all(hers)).resolves.toEqual(Array.from({ length: 5 }, () => "drawn"));
  expect(started()).toBe(2);
});

test("who asks for sixteen at once is told to come again, and so is everybody when all are waiting", async () => {
  const { work, running } = workOf({ processes: 1 });
  const hers = Array.from({ length: 16 }, () => ask(work, "Mỷ"));
  const others = Array.from({ length: 30 }, (_, at) => ask(work, `người ${at}`));
  await settle();

  await expect(Promise.all(hers.slice(9))).resolves.toEqual(Array.from({ length: 7 }, () => 503));
  await expect(Promise.all(others.slice(16))).resolves.toEqual(
    Array.from({ length: 14 }, () => 503),
  );
  expect(running).toHaveLength(1);
});

test("nobody waits for long", async () => {
  const { work, running } = workOf({ processes: 1, waitMilliseconds: 20 });
  const first = ask(work, "Mỷ");
  await expect(ask(work, "Páo")).resolves.toBe(503);
  running[0]?.finish();

  await expect(first).resolves.toBe("drawn");
  expect(running).toHaveLength(1);
});

test("what needs much memory is done alone, and papers go on beside it", async () => {
  const { work, running } = workOf({ processes: 3 });
  void ask(work, "Mỷ", "workbook");
  void ask(work, "Páo", "workbook");
  void ask(work, "Mẩy");
  await settle();

  expect(running.map(({ of }) => of)).toEqual(["Mỷ", "Mẩy"]);
});

test("a job that takes all of its worker ends nothing but that worker", async () => {
  const { work, running, reported, started } = workOf({ processes: 1 });
  const photo = work.run("encodePhoto", "Mỷ", new Uint8Array(), {
    ok: false,
    refusal: { code: "picture-too-large" },
  } satisfies JobResult<"encodePhoto">);
  await settle();
  running[0]?.die();
  const paper = ask(work, "Páo");
  await settle();
  running[1]?.die();
  const next = ask(work, "Mẩy");
  await settle();
  running[2]?.finish();

  await expect(photo).resolves.toMatchObject({ refusal: { code: "picture-too-large" } });
  await expect(paper).resolves.toBe(503);
  await expect(next).resolves.toBe("drawn");
  expect([started(), reported.length]).toEqual([3, 2]);
});

test("what waits holds nothing: its data is read when its turn comes", async () => {
  const { work, running } = workOf({ processes: 1 });
  let read = 0;
  const drawn = Array.from({ length: 3 }, () =>
    work.run("planPdf", "Mỷ", async () => {
      read += 1;
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- no worker draws it
      return { holderName: "Mỷ" } as never;
    }),
  );
  await settle();
  expect(read).toBe(1);
  for (let done = 0; done < 3; done += 1) {
    running[done]?.finish();
    await settle();
  }

  await Promise.all(drawn);
  expect(read).toBe(3);
});
