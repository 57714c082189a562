import fc from "fast-check";
import { expect, test } from "vitest";

import type { Block } from "#app/domain/content/index.ts";
import { isWholeAsked, screenAsked, screensOf } from "#app/kit/easy-screens.ts";

const words = (count: number): Block => ({
  type: "paragraph",
  children: [{ type: "text", text: Array.from({ length: count }, () => "chữ").join(" ") }],
});
const heading: Block = { type: "heading", level: 2, children: [{ type: "text", text: "Đề mục" }] };

const block = fc.oneof(
  fc.constant(heading),
  fc.integer({ min: 1, max: 120 }).map((count) => words(count)),
);

function asked(search: string): number {
  return screenAsked(new URLSearchParams(search), 4);
}

test("nothing of a lesson is lost or shown twice, however it is cut into screens", () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
      const shown = screensOf(blocks).flat();
      expect(shown.length).toBe(blocks.length);
      expect(new Set(shown)).toEqual(new Set(blocks));
    }),
  );
});

test("a screen holds few words, or one block that is long by itself", () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
      for (const screen of screensOf(blocks)) {
        const text = screen.filter(({ type }) => type !== "heading");
        const count = JSON.stringify(text).split("chữ").length - 1;
        // A last line of up to twenty words goes with what is before it.
        expect(text.length <= 1 || count < 90).toBe(true);
      }
    }),
  );
});

test("a heading begins a screen and stays with what it is about", () => {
  expect(screensOf([words(5), heading, words(90)]).map((screen) => screen.length)).toEqual([1, 2]);
});

test("what leads to the next block goes with it, and a last line gets no screen of its own", () => {
  const lead: Block = { type: "paragraph", children: [{ type: "text", text: "Ví dụ:" }] };

  expect(screensOf([words(50), lead, words(40)]).map((screen) => screen.length)).toEqual([1, 2]);
  expect(screensOf([words(40), heading, words(60), words(12)])).toHaveLength(2);
  expect(screensOf([lead, words(120)]).flat()).toHaveLength(2);
});

test("an address that names no screen of the lesson shows the first or the last", () => {
  expect(["", "phan=0", "phan=-2", "phan=x", "phan=1e3"].map((search) => asked(search))).toEqual([
    1, 1, 1, 1, 1,
  ]);
  expect(["phan=3", "phan=4", "phan=99"].map((search) => asked(search))).toEqual([3, 4, 4]);
  expect(isWholeAsked(new URLSearchParams("xem=du"))).toBe(true);
  expect(isWholeAsked(new URLSearchParams("xem=khac"))).toBe(false);
});
