import { createServer, type Socket } from "node:net";

import { expect } from "vitest";

import { openDatabaseWatch } from "#app/server/adapters/database-watch.server.ts";
import { test } from "#tests/setup/test-with-db.ts";

/** Work that holds the whole process, again and again, as the compiling of pages does. */
async function busyFor(times: number, milliseconds: number): Promise<"done"> {
  for (let time = 0; time < times; time += 1) {
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
  }
  return "done";
}

test("a process that is busy itself does not take its database for one that does not answer", async ({
  database: { url },
}) => {
  const watch = openDatabaseWatch(url);
  expect(await watch.guard(busyFor(12, 450))).toBe("done");
  expect(() => watch.refuse()).not.toThrow();
  await watch.close();
});

test("a database that takes connections and says nothing is found out", async () => {
  const held: Socket[] = [];
  const silent = createServer((socket) => held.push(socket));
  await new Promise<void>((resolve) => {
    silent.listen(0, "127.0.0.1", resolve);
  });
  const address = silent.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const watch = openDatabaseWatch(`postgres://nobody@127.0.0.1:${port}/nothing`);
  expect(await watch.guard(new Promise(() => undefined))).toBeNull();
  expect(() => watch.refuse()).toThrow("does not answer");
  for (const socket of held) socket.destroy();
  await watch.close();
  silent.close();
});
