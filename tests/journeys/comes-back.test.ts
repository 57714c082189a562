import { existsSync, readFileSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "vitest";

import { type Running, startEmpty } from "#tests/setup/start-product.ts";

import { type Answer, ask, get, post } from "./http.ts";

let product: Running;

beforeAll(async () => {
  product = await startEmpty();
});
afterAll(() => product.stop());

const statusOf = (answer: Answer | string) => (typeof answer === "string" ? answer : answer.status);

/** Somebody who is not known: it takes the database to say so. */
const signIn = () => {
  const fields = [
    ["login", "ABCD-2345"],
    ["pin", "482913"],
  ] as const;
  return ask(product.origin, post("/dang-nhap", null, fields));
};

const serves = async () => statusOf(await signIn()) === 422;

/** Gone, or dead and waiting for whoever started it to notice. */
function hasEnded(pid: number): boolean {
  return !existsSync(`/proc/${pid}`) || readFileSync(`/proc/${pid}/cmdline`, "utf8") === "";
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await condition()) return;
    await pause(100);
  }
  throw new Error("it did not come");
}

const postmaster = () =>
  Number(
    readFileSync(join(product.dataFolder, "postgres", "postmaster.pid"), "utf8").split("\n")[0],
  );

test("a server that was killed serves again by itself, on the database that stood meanwhile", async () => {
  const database = postmaster();
  const server = await product.serverPid();
  process.kill(server, "SIGKILL");
  await until(serves);

  expect(await product.serverPid()).not.toBe(server);
  expect(postmaster()).toBe(database);
});

test("pages and the record store say 503 while the database stands still, and go on after it", async () => {
  const database = postmaster();
  process.kill(database, "SIGSTOP");
  // Its backends are processes of their own.
  const backends = readFileSync(`/proc/${database}/task/${database}/children`, "utf8")
    .trim()
    .split(" ")
    .map(Number);
  for (const pid of backends) process.kill(pid, "SIGSTOP");
  try {
    const answers = await Promise.all([
      ask(product.origin, get("/so-hoc-tap", "phien=abc")),
      ask(product.origin, get("/so-hoc-tap.pdf", "phien=abc")),
      signIn(),
      ask(product.origin, {
        method: "GET",
        path: "/xapi/statements",
        headers: { authorization: "Basic YTpi", "x-experience-api-version": "2.0.0" },
        body: null,
      }),
      ask(product.contentOrigin, post("/xapi-fetch/abc", null, [])),
    ]);
    expect(answers.map((answer) => statusOf(answer))).toEqual([503, 503, 503, 503, 503]);
    const told = answers.map(
      (answer) => typeof answer !== "string" && answer.headers["retry-after"],
    );
    expect(told.every((seconds) => Number(seconds) > 0)).toBe(true);
  } finally {
    for (const pid of [...backends, database])
      if (existsSync(`/proc/${pid}`)) process.kill(pid, "SIGCONT");
  }
  await until(serves);
});

test("a client that hangs does not hold up the end, and the database ends with it", async () => {
  const { hostname, port } = new URL(product.origin);
  const socket = connect(Number(port), hostname);
  socket.on("error", () => undefined);
  socket.write(
    "POST /dang-nhap HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nlogin=",
  );
  await pause(300);
  const database = postmaster();
  await product.stop();

  expect(hasEnded(database)).toBe(true);
  socket.destroy();
});
