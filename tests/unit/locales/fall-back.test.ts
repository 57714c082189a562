import fc from "fast-check";
import { expect, test } from "vitest";

import { en } from "#app/locales/en/index.ts";
import { fallBack, linesOf } from "#app/locales/fall-back.ts";
import { partialLanguage } from "#app/locales/languages.ts";
import { vi } from "#app/locales/vi/index.ts";
import type { SomeWords } from "#app/locales/words.ts";

const everyPlace = linesOf(vi).map(([at]) => at);

/** A language as somebody hands it in who does not know these lines. */
function without(words: unknown, gone: ReadonlySet<string>, at = ""): unknown {
  if (gone.has(at)) return undefined;
  if (typeof words !== "object" || words === null) return words;
  const place = (name: string) => (at === "" ? name : `${at}.${name}`);
  return Array.isArray(words)
    ? words.map((line, index) => without(line, gone, place(String(index))))
    : Object.fromEntries(
        Object.entries(words).map(([name, line]) => [name, without(line, gone, place(name))]),
      );
}

test("whatever lines are missing, just those are said in Vietnamese", () => {
  fc.assert(
    fc.property(fc.subarray(everyPlace), (missing) => {
      const gone = new Set(missing);
      const spoken = new Map(linesOf(fallBack(vi, without(en, gone))));

      const own = new Map(linesOf(en));
      const asked = linesOf(vi).map(([at, line]) => [at, gone.has(at) ? line : own.get(at)]);
      expect([...spoken]).toEqual(asked);
    }),
    { numRuns: 25 },
  );
});

test("a whole part that is missing, a line left empty and a line that nobody asks for do no harm", () => {
  const own = {
    common: { frame: { learn: "Kawm", portfolio: "" }, unheardOf: "?" },
    learning: undefined,
    identity: { account: { data: { kept: [undefined, "Zaj kawm"] } } },
  };
  const spoken = fallBack(vi, own);

  expect(linesOf(spoken).map(([at]) => at)).toEqual(everyPlace);
  expect(spoken).toMatchObject({
    common: { frame: { learn: "Kawm", portfolio: vi.common.frame.portfolio } },
    learning: { quiz: { back: vi.learning.quiz.back } },
    identity: {
      account: {
        data: {
          kept: [vi.identity.account.data.kept[0], "Zaj kawm", vi.identity.account.data.kept[2]],
        },
      },
    },
  });
});

test("a sentence that is put together falls back like any other", () => {
  const own: SomeWords = { common: { question: { title: (number) => `Lus nug ${number}` } } };
  const { words } = partialLanguage("hmn", own);

  expect(words.common.question.title(3)).toBe("Lus nug 3");
  expect(words.common.course.minutes(3)).toBe(vi.common.course.minutes(3));
});

test("a page does not claim a language in which most of its lines are not", () => {
  const few: SomeWords = { common: { frame: { learn: "Kawm" } } };

  expect(partialLanguage("hmn", few).pageLang).toBe("vi");
  expect(partialLanguage("hmn", { ...en, learning: undefined }).pageLang).toBe("hmn");
});
