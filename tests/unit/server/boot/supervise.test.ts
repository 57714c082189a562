import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { test as base, expect } from "vitest";

interface Outcome {
  /** Of the supervisor. */
  readonly code: number | null;
  /** How often the script was started. */
  readonly starts: number;
  readonly said: string;
}

/** Supervises a script that is run as text; `whenStarted` is told after each start. */
const test = base.extend<{
  readonly supervised: (
    script: string,
    whenStarted?: (supervisor: number, starts: number) => void,
  ) => Promise<Outcome>;
}>({
  // oxlint-disable-next-line no-empty-pattern -- Vitest reads the fixture's needs from this pattern.
  supervised: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), "nep-hoc-supervise-"));
    await use(async (script, whenStarted = () => undefined) => {
      const [counted, server, supervisor] = ["count", "server.mjs", "supervisor.mjs"].map((name) =>
        join(folder, name),
      );
      if (counted === undefined || server === undefined || supervisor === undefined)
        throw new Error();
      await writeFile(
        server,
        `import { appendFileSync, readFileSync } from "node:fs";
         appendFileSync(${JSON.stringify(counted)}, "x");
         const starts = readFileSync(${JSON.stringify(counted)}, "utf8").length;
         process.once("disconnect", () => process.exit(9));
         console.log("started " + starts);
         ${script}`,
      );
      await writeFile(
        supervisor,
        `import { supervise } from ${JSON.stringify(resolve("app/server/boot/supervise.js"))};
         process.exitCode = await supervise(${JSON.stringify(server)});`,
      );
      const child = spawn(process.execPath, [supervisor], { stdio: ["ignore", "pipe", "ignore"] });
      let said = "";
      child.stdout.on("data", (piece: Buffer) => {
        said += piece.toString();
        const starts = /started (\d+)\n$/u.exec(said)?.[1];
        if (starts !== undefined) whenStarted(child.pid ?? 0, Number(starts));
      });
      const code = await new Promise<number | null>((ended) => {
        child.once("close", ended);
      });
      return { code, said, starts: (await readFile(counted, "utf8")).length };
    });
    await rm(folder, { recursive: true });
  },
});

test("a server that dies is started again, and why is told", async ({ supervised }) => {
  const { code, starts, said } = await supervised(`
    process.send("ready");
    if (starts === 1) process.kill(process.pid, "SIGKILL");
    else if (starts === 2) process.exit(7);
    else process.exit(0);`);

  expect([code, starts]).toEqual([0, 3]);
  expect(said).toContain("SIGKILL");
  expect(said).toContain("exit code 7");
});

test("one that never got ready is not, since something is set wrongly", async ({ supervised }) => {
  expect(await supervised("process.exit(3);")).toMatchObject({ code: 3, starts: 1 });
});

test("whoever ends the supervisor ends the server, which drains first", async ({ supervised }) => {
  const outcome = await supervised(
    `process.send("ready");
     process.once("SIGTERM", () => setTimeout(() => { console.log("drained"); process.exit(0); }, 50));
     setInterval(() => undefined, 1000);`,
    (pid) => setTimeout(() => process.kill(pid, "SIGTERM"), 100),
  );

  expect(outcome).toMatchObject({ code: 0, starts: 1, said: expect.stringContaining("drained") });
});
