import { resolve } from "node:path";

import fc from "fast-check";
import { expect, test } from "vitest";

import { handsOptions, slidesOf, votesFirst } from "#app/domain/centres/index.ts";
import type { Block } from "#app/domain/content/index.ts";
import { readCatalogue } from "#app/domain/content/index.server.ts";

const words = (text: string) => [{ type: "text" as const, text }];
const paragraph = (text: string): Block => ({ type: "paragraph", children: words(text) });
const heading = (level: 2 | 3, text: string): Block => ({
  type: "heading",
  level,
  children: words(text),
});
const tip = (text: string): Block => ({ type: "tip", children: [paragraph(text)] });

test("a part begins a page, short text shares one, and what is not running text stands alone", () => {
  const blocks = [
    paragraph("mở đầu"),
    heading(2, "Một"),
    paragraph("a"),
    paragraph("b"),
    tip("mẹo"),
    paragraph("c"),
    heading(3, "nhỏ"),
    tip("mẹo khác"),
  ];

  const slides = slidesOf({ blocks });

  expect(slides.map((slide) => slide.blocks)).toEqual([
    [paragraph("mở đầu")],
    [paragraph("a"), paragraph("b")],
    [tip("mẹo")],
    [paragraph("c")],
    [heading(3, "nhỏ"), tip("mẹo khác")],
  ]);
  expect(slides.map((slide) => slide.heading)).toEqual([null, ...Array(4).fill(words("Một"))]);
});

test("a lesson of any shape is cut into pages with nothing left out, and nothing twice", () => {
  const block = fc.oneof(
    fc.string({ maxLength: 400 }).map(paragraph),
    fc.string({ maxLength: 20 }).map((text) => heading(2, text)),
    fc.string({ maxLength: 20 }).map((text) => heading(3, text)),
    fc.string({ maxLength: 400 }).map(tip),
  );
  fc.assert(
    fc.property(fc.array(block, { maxLength: 30 }), (blocks) => {
      const shown = slidesOf({ blocks }).flatMap((slide) => slide.blocks);
      const written = blocks.filter((each) => each.type !== "heading" || each.level !== 2);
      expect(shown).toEqual(written);
    }),
  );
});

test(
  "hands can be raised at every question of every course, and one of its options is right",
  { timeout: 60_000 },
  async () => {
    const { catalogue } = await readCatalogue(resolve("content/courses"));
    const questions = catalogue.flatMap(({ lessons }) => lessons.flatMap((each) => each.questions));
    expect(questions.length).toBeGreaterThan(50);
    for (const question of questions) {
      const options = handsOptions(question);
      expect(options.length).toBeGreaterThan(1);
      expect(options.some(({ right }) => right)).toBe(true);
      expect(options.every(({ label }) => (label === "") === !votesFirst(question))).toBe(true);
    }
  },
);
