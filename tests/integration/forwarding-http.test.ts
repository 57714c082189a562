import { createHash } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { v7 as uuidv7 } from "uuid";
import { expect, onTestFinished } from "vitest";

import { listForwards } from "#app/domain/exchange/index.server.ts";
import type { RemoteAddress } from "#app/domain/exchange/index.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { openDeps } from "#app/server/boot/deps.server.ts";
import { openOutboundHttp } from "#app/server/adapters/outbound-http.server.ts";
import { openRecordStore } from "#app/server/xapi/record-store.server.ts";
import { LEARNING_RULES } from "#tests/setup/course.ts";
import { LIMITS } from "#tests/setup/course-package.ts";
import { LAO_CAI } from "#tests/setup/people.ts";
import { test, type TestDatabase } from "#tests/setup/test-with-db.ts";

import { keep, learned, openExchange, voiding } from "./exchange-factory.ts";
import { kept } from "./record-store-factory.ts";

const SECRET = "mật khẩu của kho: có dấu";
const FILE = Buffer.from([0, 255, 13, 10, 45, 45, 1]);
const SHA2 = createHash("sha256").update(FILE).digest("hex");
const outward = (production = false) =>
  openOutboundHttp({
    secret: "x".repeat(32),
    fileOf: async (sha2) => (sha2 === SHA2 ? FILE : null),
    production,
  });

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}/xapi`;
}

/** Another Nếp Học, with a client that may write and read there. */
async function otherProduct({ transact, url }: TestDatabase) {
  const deps = openDeps({
    databaseUrl: url,
    role: "nephoc_app",
    secret: "bí mật của bài kiểm tra, đủ dài để dùng",
    dataFolder: await mkdtemp(join(tmpdir(), "nep-hoc-other-")),
    origin: "http://localhost",
    contentOrigin: "http://localhost:1",
    packageLimits: LIMITS,
    baseIri: "https://kho.example/xapi",
    catalogue: () => [],
    learningRules: LEARNING_RULES,
    processes: () => [],
    holdsSample: () => false,
  });
  onTestFinished(() => deps.close());
  await transact("everywhere", async (db) => {
    await db.xapiClient.create({
      data: {
        id: uuidv7(),
        name: "Nếp Học Lào Cai",
        key: "nep-hoc",
        secretHash: createHash("sha256").update(SECRET).digest(),
        scopes: ["statements/write", "statements/read"],
        placeId: LAO_CAI,
        createdAt: new Date(),
        createdBy: "bài kiểm tra",
      },
    });
  });
  const faults: unknown[] = [];
  const { records: resources, findClient } = deps;
  const report = (error: unknown) => faults.push(error);
  return {
    endpoint: await serve(openRecordStore({ resources, findClient, report, contentOrigin: null })),
    faults,
  };
}

for (const version of ["2.0.0", "1.0.3"] as const) {
  test(`another Nếp Học takes everything in by xAPI ${version}, with its files, and takes it twice as once`, async ({
    database,
    otherDatabase,
  }) => {
    const { endpoint, faults } = await otherProduct(otherDatabase);
    const exchange = await openExchange(database.transact, outward());
    const withFile = learned({
      attachments: [
        {
          usageType: "https://nep-hoc.example/anh",
          display: { vi: "Ảnh" },
          contentType: "application/octet-stream",
          length: FILE.length,
          sha2: SHA2,
        },
      ],
    });
    const first = learned();
    const sent = await keep(database.transact, [
      first,
      learned({ result: { score: { scaled: 0.5 }, response: "Tiếng Việt ộ 🐖" } }),
      withFile,
      voiding(first.id),
      ...Array.from({ length: 120 }, () => learned()),
    ]);
    const account = { endpoint, user: "nep-hoc", secret: SECRET, version };
    await exchange.forward(account);
    await exchange.drain();
    await exchange.forward({ ...account, name: "lần nữa" });
    await exchange.drain();

    const views = valueOf(
      await listForwards(exchange.deps, exchange.officer, { provinceId: LAO_CAI }),
    );
    expect(
      views.map(({ state, sent: count, deadLetters }) => [state.state, count, deadLetters]),
    ).toEqual([
      ["running", 124, 0],
      ["running", 124, 0],
    ]);
    expect(faults).toEqual([]);
    const there = await kept(otherDatabase.transact);
    expect(there.map(({ id }) => id)).toEqual(sent);
    expect(there[1]?.payload).toMatchObject({ result: { response: "Tiếng Việt ộ 🐖" } });
  });
}

const nowhere: RemoteAddress = {
  endpoint: "http://127.0.0.1:1/xapi",
  user: "a",
  secret: "b",
  version: "2.0.0",
};
const batch = [{ id: uuidv7(), text: JSON.stringify({ n: 1 }).replace("1", "1.0"), files: [] }];

/** What comes of sending to a store that answers like that. */
async function sendTo(listener: RequestListener, production = false) {
  const endpoint = await serve(listener);
  return outward(production)
    .open({ ...nowhere, endpoint })
    .send(batch);
}

test("what is sent is the text that is kept, by the name and secret that were given", async () => {
  const asked: unknown[] = [];
  const answer = await sendTo((request, response) => {
    let body = "";
    request.setEncoding("utf8");
    request.on("data", (chunk: string) => (body += chunk));
    request.on("end", () => {
      const { method, url, headers } = request;
      asked.push({ method, url, body, ...headers });
      response.writeHead(200, { "content-type": "application/json" }).end("[]");
    });
  });

  expect(answer).toEqual({ kind: "stored" });
  expect(asked).toMatchObject([
    {
      method: "POST",
      url: "/xapi/statements",
      body: '[{"n":1.0}]',
      authorization: `Basic ${Buffer.from("a:b").toString("base64")}`,
      "x-experience-api-version": "2.0.0",
      "content-type": "application/json",
    },
  ]);
});

test("each answer of another store is told in its own words", async () => {
  const answers = {
    400: { kind: "refused", fault: { code: "refused", status: 400, said: "hỏng" } },
    401: { kind: "away", fault: { code: "unauthorised" } },
    404: { kind: "away", fault: { code: "not-found" } },
    409: { kind: "refused", fault: { code: "conflict" } },
    413: { kind: "refused", fault: { code: "too-large" } },
    418: { kind: "away", fault: { code: "unexpected" } },
    503: { kind: "away", fault: { code: "broken" }, retryAfterSeconds: null },
  };
  for (const [status, expected] of Object.entries(answers)) {
    const answer = await sendTo((_, response) => response.writeHead(Number(status)).end("hỏng"));
    expect(answer).toMatchObject(expected);
  }
});

const busy = (retryAfter: string) =>
  sendTo((_, response) =>
    response
      .writeHead(429, { "retry-after": retryAfter, date: "Sun, 22 Nov 2026 03:00:00 GMT" })
      .end(),
  );

test("a store that asks for patience gets as much as it asks for, in seconds or by a date", async () => {
  expect(await busy("120")).toMatchObject({ fault: { code: "busy" }, retryAfterSeconds: 120 });
  expect(await busy("Sun, 22 Nov 2026 03:10:00 GMT")).toMatchObject({ retryAfterSeconds: 600 });
  expect(await busy("soon")).toMatchObject({ retryAfterSeconds: null });
});

test("nobody is led elsewhere: redirects are not followed, private addresses not connected to", async () => {
  let asked = 0;
  const inner = await serve((_, response) => {
    asked += 1;
    response.end("[]");
  });
  const redirected = await sendTo((_, response) =>
    response.writeHead(302, { location: `${inner}/statements` }).end(),
  );
  expect(redirected).toMatchObject({ kind: "away", fault: { code: "redirect" } });

  const strict = outward(true);
  const { port } = new URL(inner);
  for (const endpoint of [inner, `http://localhost:${port}/xapi`, `http://[::1]:${port}/xapi`]) {
    expect(await strict.open({ ...nowhere, endpoint }).send(batch)).toMatchObject({
      fault: { code: "address" },
    });
  }
  expect(asked).toBe(0);
});

test("a store that is not there, or hangs up, is tried again", async () => {
  expect(await outward().open(nowhere).send(batch)).toMatchObject({
    kind: "away",
    fault: { code: "unreachable" },
  });
  expect(await sendTo((request) => request.destroy())).toMatchObject({
    kind: "away",
    fault: { code: "unreachable" },
  });
});
