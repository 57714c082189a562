import { expect, test } from "vitest";

import { readEnv } from "#app/server/boot/env.server.ts";

test("with no variable at all it is a trial on this machine", () => {
  const env = readEnv({});
  expect(env).toMatchObject({ databaseUrl: null, origin: "http://localhost:3000", proxies: 0 });
  expect([env.originSet, env.baseIriSet]).toEqual([false, false]);
});

test("a misspelt variable is refused, and the right ones are named", () => {
  expect(() => readEnv({ NEPHOC_PROXY: "1" })).toThrow(
    /Không có biến NEPHOC_PROXY\. .*NEPHOC_PROXIES/u,
  );
});

test.for([
  ["DATABASE_URL", "localhost/nephoc"],
  ["DATABASE_URL", "postgresql://owner:pa#ss@localhost/nephoc"],
  ["DATABASE_APP_URL", "mysql://web@localhost/nephoc"],
  ["NEPHOC_ORIGIN", "hoc.tinh.example"],
  ["NEPHOC_ORIGIN", "https://hoc.tinh.example/nep"],
  ["NEPHOC_SECRET", "a".repeat(36)],
  ["NEPHOC_SECRET", "short"],
] as const)("a wrong %s is named: %s", ([name, value]) => {
  expect(() => readEnv({ [name]: value })).toThrow(name);
});

test("what is written in the manual is accepted", () => {
  const env = readEnv({
    DATABASE_URL: "postgresql://nephoc_owner:a%40b@127.0.0.1:5432/nephoc",
    DATABASE_APP_URL: "postgresql:///nephoc?host=/var/run/postgresql",
    NEPHOC_ORIGIN: "https://hoc.tinh.example/",
    NEPHOC_BASE_IRI: "https://hoc.tinh.example/xapi/",
    NEPHOC_SECRET: "Xk29sLq0pZmN48vBtYcRaWeUiOdFgHjK",
    NEPHOC_TEST_REPORT: "/tmp/report.json",
  });
  expect(env.origin).toBe("https://hoc.tinh.example");
  expect(env.baseIri).toBe("https://hoc.tinh.example/xapi");
});
