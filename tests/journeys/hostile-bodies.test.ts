import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

import { afterAll, beforeAll, expect, test } from "vitest";

import { product } from "#tests/setup/journey-product.ts";

import { ask, get } from "./http.ts";
import { beginnerOf, databaseIn, enter } from "./sample-people.ts";

const { origin } = product;
const databaseUrl = databaseIn(product.dataFolder);
const MEBIBYTE = 1024 * 1024;
const BOUNDARY = "nephoc";

let cookie: string;
const held: Socket[] = [];

beforeAll(async () => {
  cookie = await enter(databaseUrl, await beginnerOf(databaseUrl));
});
afterAll(() => {
  for (const socket of held) socket.destroy();
});

const serves = () => ask(origin, get("/", null));

const PATIENCE_MS = 8000;

/** Sends the head of a form and some of its body, and leaves the rest open; answers the status, or 0. */
async function hold(path: string, bytes: Buffer, more = ""): Promise<number> {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  held.push(socket);
  let said = "";
  socket.on("data", (piece) => {
    said += piece.toString("latin1");
  });
  socket.on("error", () => undefined);
  socket.write(
    `POST ${path} HTTP/1.1\r\nHost: localhost\r\n${more}Content-Length: ${15 * MEBIBYTE}\r\n` +
      `Content-Type: multipart/form-data; boundary=${BOUNDARY}\r\n\r\n`,
  );
  socket.write(bytes);
  const answered = new Promise((resolve) => {
    socket.once("data", resolve);
    socket.once("close", resolve);
  });
  await Promise.race([answered, pause(PATIENCE_MS)]);
  return Number(/^HTTP\/1\.1 (\d{3})/u.exec(said)?.[1] ?? 0);
}

function part(name: string, bytes: number, file = ""): Buffer {
  return Buffer.concat([
    Buffer.from(`--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n`),
    Buffer.alloc(bytes, "a"),
    Buffer.from(`\r\n--${BOUNDARY}\r\n`),
  ]);
}

test("one anonymous request of a million short parameters harms nobody", async () => {
  const body = Array.from({ length: 1_100_000 }, (_, at) => at.toString(36)).join("&");
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const posted = { method: "POST", headers, body: Buffer.from(body) };

  expect(await ask(origin, { ...posted, path: "/xapi/statements?method=POST" })).toMatchObject({
    status: 413,
  });
  expect(await ask(origin, { ...posted, path: "/dang-nhap" })).toMatchObject({ status: 413 });
  expect(await ask(origin, { ...posted, path: "/nhan-bai" })).toMatchObject({ status: 413 });
  expect(await serves()).toMatchObject({ status: 200 });
});

test("bodies that strangers hold open harm nobody, wherever a form is read", async () => {
  const long = part("login", 14 * MEBIBYTE);
  const statuses = await Promise.all(
    ["/dang-nhap", "/dang-nhap", "/dang-nhap", "/dang-nhap", "/kiem-tra/huy-hieu", "/nhan-bai"].map(
      (path) => hold(path, long),
    ),
  );

  // Those that take a file have to be told that it is too long; the others take none.
  expect(new Set(statuses)).toEqual(new Set([415, 413]));
  expect(await serves()).toMatchObject({ status: 200 });
});

test("bodies that residents hold open harm nobody: long texts, thousands of parts, photographs", async () => {
  const path = "/so-hoc-tap/minh-chung/moi";
  const more = `Cookie: ${cookie}\r\n`;
  const photo = '; filename="anh.jpg"\r\nContent-Type: image/jpeg';
  const texts = await Promise.all(
    Array.from({ length: 4 }, () => hold(path, part("description", 3 * MEBIBYTE), more)),
  );
  const parts = await hold(
    path,
    Buffer.concat(Array.from({ length: 9000 }, () => part("a", 1))),
    more,
  );
  const photos = await Promise.all(
    Array.from({ length: 6 }, () => hold(path, part("photo", 10 * MEBIBYTE, photo), more)),
  );

  expect(new Set(texts)).toEqual(new Set([413]));
  expect(parts).toBe(413);
  // Three of one person are read; the rest are told to come again.
  expect(photos.toSorted((a, b) => a - b)).toEqual([0, 0, 0, 503, 503, 503]);
  expect(await serves()).toMatchObject({ status: 200 });
});

test("a form of thousands of fields is 413, as is one that is long, in her words", async () => {
  const headers = {
    ...get("/", cookie).headers,
    "content-type": "application/x-www-form-urlencoded",
  };
  for (const body of ["a&".repeat(5000), `login=${"a".repeat(200_000)}`]) {
    const answer = await ask(origin, {
      method: "POST",
      path: "/tai-khoan",
      headers,
      body: Buffer.from(body),
    });
    const page = typeof answer === "string" ? answer : answer.body.toString();
    expect([answer, page]).toEqual([
      expect.objectContaining({ status: 413 }),
      expect.stringContaining("Gửi nhiều quá một lúc"),
    ]);
  }
});

test("heads with hundreds of cookies or parameters are refused", async () => {
  const many = Array.from({ length: 400 }, (_, at) => `c${at}=1`);

  expect(await ask(origin, get("/", many.join("; ")))).toMatchObject({ status: 431 });
  expect(await ask(origin, get(`/hoc?${many.join("&")}`, null))).toMatchObject({ status: 414 });
});
