import { expect, test } from "vitest";

import { startWorker, WorkerDied } from "#app/server/workers/worker-process.server.ts";

const text = (value: string) => ({ type: "text", value });

const WORKBOOK = {
  tab: "Bảng",
  columns: [{ header: "Họ và tên", width: 20 }],
  rows: [[text("Giàng Thị Mỷ")], [text("=1+1")]],
};
const PATIENCE = 60_000;

test(
  "a worker draws for this process and goes on to the next, also after a fault",
  { timeout: PATIENCE },
  async () => {
    const worker = startWorker();
    try {
      const bytes = await worker.run({ name: "workbook", input: WORKBOOK }, PATIENCE);
      expect(bytes).toBeInstanceOf(Uint8Array);
      await expect(worker.run({ name: "workbook", input: null }, PATIENCE)).rejects.toThrow(
        /null|undefined/u,
      );
      await expect(worker.run({ name: "constructor", input: null }, PATIENCE)).rejects.toThrow(
        "there is no job",
      );
      await expect(
        worker.run({ name: "workbook", input: WORKBOOK }, PATIENCE),
      ).resolves.toBeInstanceOf(Uint8Array);
    } finally {
      worker.end();
    }
  },
);

test(
  "a job that takes too much memory or time ends its worker, and this process goes on",
  { timeout: PATIENCE },
  async () => {
    const rows = Array.from({ length: 400_000 }, (_, at) => [
      text(`hàng ${at}`),
      text(`cột ${at}`),
    ]);
    const hungry = startWorker();
    await expect(
      hungry.run({ name: "workbook", input: { ...WORKBOOK, rows } }, PATIENCE),
    ).rejects.toThrow(WorkerDied);
    const slow = startWorker();
    await expect(
      slow.run({ name: "workbook", input: { ...WORKBOOK, rows: rows.slice(0, 50_000) } }, 1),
    ).rejects.toThrow(WorkerDied);

    expect([hungry.hasEnded(), slow.hasEnded()]).toEqual([true, true]);
  },
);
