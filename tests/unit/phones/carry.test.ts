import { randomBytes } from "node:crypto";

import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";

import {
  carriedText,
  codesOf,
  readCarried,
  readCodes,
  readFile,
  readPasted,
  seal,
  type SealedContent,
} from "#app/domain/phones/index.ts";
import { openSealKeys } from "#app/domain/phones/index.server.ts";

const content: SealedContent = {
  token: "a-token-of-a-phone-0123456789",
  item: {
    id: uuidv7(),
    sequence: 1,
    phoneTime: "2026-11-22T03:00:00.000Z",
    offsetMs: null,
    helper: null,
    act: {
      kind: "opened",
      courseId: "khoa-mau",
      lessonId: "bai-mot",
      contentVersion: "a".repeat(64),
    },
  },
};

test("what a phone seals only the server reads, also after its secret was changed", async () => {
  const [old, fresh] = [randomBytes(32), randomBytes(32)];
  const envelope = await seal(openSealKeys([old]).current, content);
  expect(envelope.id).toBe(content.item.id);
  expect(envelope.sealed).not.toContain("khoa");
  expect(await openSealKeys([fresh, old]).open(envelope.sealed)).toEqual(content);
  expect(await openSealKeys([fresh]).open(envelope.sealed)).toBeNull();
});

test("an envelope that was changed by a single letter does not open", async () => {
  const keys = openSealKeys([randomBytes(32)]);
  const { sealed } = await seal(keys.current, content);
  const at = sealed.length - 30;
  const other = sealed[at] === "A" ? "B" : "A";
  expect(await keys.open(`${sealed.slice(0, at)}${other}${sealed.slice(at + 1)}`)).toBeNull();
  expect(await keys.open("h..i.c.t")).toBeNull();
});

const envelopes = fc.array(
  fc.record({
    id: fc.uuid({ version: 7 }),
    sealed: fc.stringMatching(
      /^[A-Za-z0-9_-]{5,40}\.\.[A-Za-z0-9_-]{5,20}\.[A-Za-z0-9_-]{5,900}\.[A-Za-z0-9_-]{5,20}$/u,
    ),
  }),
  { minLength: 1, maxLength: 8 },
);

test("a file and a series of codes bring back what was put in, in any order, once or twice", () => {
  fc.assert(
    fc.property(envelopes, (some) => {
      const distinct = [...new Map(some.map((each) => [each.id, each])).values()];
      const text = carriedText(distinct);
      expect(readCarried(`${text}\r\n${text}`)).toEqual({ envelopes: distinct, broken: 0 });
      const codes = codesOf(text);
      const pasted = [...codes.toReversed(), codes[0] ?? ""].join("\r\n  ");
      expect(readPasted(pasted)).toEqual({ ok: true, envelopes: distinct, broken: 0 });
    }),
    { numRuns: 100 },
  );
});

test("she is told which codes are missing, and that a photograph of something else is none", () => {
  const long = `${JSON.stringify({ id: uuidv7(), sealed: `h..i.${"c".repeat(2000)}.t` })}\n`;
  const codes = codesOf(long);
  expect(codes.length).toBeGreaterThan(2);
  expect(readCodes(codes.filter((_, index) => index !== 1))).toEqual({
    state: "missing",
    missing: [2],
    of: codes.length,
  });
  expect(readCodes(["https://nep-hoc.example/"])).toEqual({ state: "unreadable" });
  expect(readCodes([...codes, ...codesOf("other\n")])).toEqual({ state: "unreadable" });
  expect(readPasted(" \n ")).toEqual({ ok: false, code: "empty" });
  expect(readFile("no envelope in here")).toEqual({ ok: false, code: "not-ours" });
  expect(readCarried(`${long}broken {`)).toMatchObject({ broken: 1 });
});
