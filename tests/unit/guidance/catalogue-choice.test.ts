import fc from "fast-check";
import { expect, test } from "vitest";

import { Subject } from "#app/domain/content/index.ts";
import {
  type CatalogueEntry,
  countChoices,
  FACETS,
  fitsChoice,
  LENGTHS,
  NO_CHOICE,
  waysOut,
} from "#app/domain/guidance/index.ts";

const NEEDS = ["lợn bị ốm", "bán hàng cho khách", "làm giấy tờ"];
const LEVELS = ["Người mới bắt đầu", "Đã biết chút ít"];

const someEntries = fc
  .array(
    fc.record({
      subject: fc.constantFrom(...Subject.options),
      needs: fc.subarray(NEEDS),
      level: fc.constantFrom(...LEVELS),
      minutes: fc.integer({ min: 5, max: 300 }),
      offline: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  .map((entries): readonly CatalogueEntry[] =>
    entries.map((entry, index) => ({ ...entry, id: String(index) })),
  );

const someChoice = fc.record({
  need: fc.option(fc.constantFrom("lon-bi-om", "ban-hang-cho-khach", "lam-giay-to")),
  subject: fc.option(fc.constantFrom("digital" as const, "agriculture" as const)),
  level: fc.option(fc.constantFrom("nguoi-moi-bat-dau", "da-biet-chut-it")),
  length: fc.option(fc.constantFrom(...LENGTHS)),
  offline: fc.option(fc.constant("yes" as const)),
});

test("the count beside a choice is what choosing it gives", () => {
  fc.assert(
    fc.property(someEntries, someChoice, (entries, choice) => {
      const counts = countChoices(entries, choice);
      for (const facet of FACETS) {
        for (const { value, courses } of counts[facet]) {
          const chosen = { ...choice, [facet]: value };
          expect(entries.filter((entry) => fitsChoice(entry, chosen))).toHaveLength(courses);
        }
      }
    }),
  );
});

test("where nothing fits, each way out leads to something", () => {
  fc.assert(
    fc.property(someEntries, someChoice, (entries, choice) => {
      for (const { without, courses } of waysOut(entries, choice)) {
        const left = entries.filter((entry) => fitsChoice(entry, { ...choice, [without]: null }));
        expect(left).toHaveLength(courses);
        expect(courses).toBeGreaterThan(0);
      }
    }),
  );
});

test("who chose nothing is shown everything", () => {
  fc.assert(
    fc.property(someEntries, (entries) => {
      expect(entries.every((entry) => fitsChoice(entry, NO_CHOICE))).toBe(true);
    }),
  );
});
