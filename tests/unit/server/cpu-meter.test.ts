import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as pause } from "node:timers/promises";

import { expect, onTestFinished, test } from "vitest";

import { cpuSeconds } from "#tests/bench/cpu.ts";

/** Stands for the postmaster: its child works for a while and ends. */
const PARENT = `
const { spawnSync } = require("node:child_process");
const work = "for (let i = 0; i < 4e8; i += 1);";
require("node:readline").createInterface({ input: process.stdin }).once("line", () => {
  spawnSync(process.execPath, ["-e", work]);
  console.log("ended");
  setInterval(() => undefined, 1000);
});
console.log("there");`;

test("what a process of the database used is still counted when it has ended: no figure falls below nothing", async () => {
  const parent = spawn(process.execPath, ["-e", PARENT], { stdio: ["pipe", "pipe", "inherit"] });
  onTestFinished(() => void parent.kill());
  const lines = createInterface({ input: parent.stdout })[Symbol.asyncIterator]();
  await lines.next();
  const dataFolder = mkdtempSync(join(tmpdir(), "nep-hoc-cpu-"));
  mkdirSync(join(dataFolder, "postgres"));
  writeFileSync(join(dataFolder, "postgres", "postmaster.pid"), `${parent.pid}\n`);
  const read = async () => {
    const { postgres } = await cpuSeconds({ serverPid: async () => process.pid, dataFolder });
    return postgres;
  };
  const figures = [await read()];
  parent.stdin.write("work\n");
  const ended = lines.next().then(() => true);
  while (!(await Promise.race([ended, pause(20, false)]))) figures.push(await read());
  figures.push(await read());

  expect(figures).toEqual(figures.toSorted((a, b) => a - b));
  expect((figures.at(-1) ?? 0) - (figures[0] ?? 0)).toBeGreaterThan(0.1);
});
