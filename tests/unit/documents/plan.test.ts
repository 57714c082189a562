import { expect, test, vi } from "vitest";

import type { PlanPaper } from "#app/domain/documents/index.ts";
import { PAPERS } from "#app/domain/documents/index.server.ts";
import { Day } from "#app/domain/kernel/index.ts";

import { HOSTILE_TEXTS } from "./papers.ts";
import { overflowing, readPdf } from "./reading.ts";

const { planPdf } = PAPERS;

// Papers take their time on a machine that has other work too.
vi.setConfig({ testTimeout: 60_000 });

function planOn(overrides: Partial<PlanPaper> = {}): PlanPaper {
  return {
    holderName: "Giàng Thị Mỷ",
    villageName: "Thôn Hoa Mận",
    weeklyLessons: 2,
    days: "thứ ba, thứ năm",
    hour: "20:00",
    courses: ["Nuôi lợn an toàn, phòng dịch tả lợn châu Phi"],
    reason: "Để nuôi đàn lợn cho khỏe",
    weeks: Array.from({ length: 12 }, (_, at) => ({
      from: Day.parse("2026-11-16"),
      until: Day.parse("2026-11-22"),
      rest: at === 3,
      done: at === 0 ? 1 : 0,
    })),
    url: "https://nephoc.example.vn/ke-hoach",
    madeAt: new Date("2026-11-22T02:00:00Z"),
    sample: false,
    ...overrides,
  };
}

test("a plan hangs on one page: how many lessons, when, which courses, and the weeks", async () => {
  const pages = await readPdf(await planPdf(planOn()));

  expect(pages).toHaveLength(1);
  for (const part of [
    "Kế hoạch học",
    "Giàng Thị Mỷ",
    "Mỗi tuần 2 bài",
    "thứ ba, thứ năm, lúc 20:00",
    "Nuôi lợn an toàn",
    "Để nuôi đàn lợn cho khỏe",
    "16/11 – 22/11",
    "nghỉ",
    "Lỡ một tuần cũng không sao",
  ]) {
    expect(pages[0]?.words).toContain(part);
  }
  expect(overflowing(pages, 40)).toEqual([]);
});

test("seven boxes a week, no days and no reason fit as well", async () => {
  const pages = await readPdf(
    await planPdf(planOn({ weeklyLessons: 7, days: "", hour: null, courses: [], reason: "" })),
  );

  expect(pages[0]?.words).toContain("Mỗi tuần 7 bài");
  expect(pages[0]?.words).not.toContain("Học vào:");
});

test("whatever she wrote is set within the page, and a sample is marked as one", async () => {
  for (const reason of HOSTILE_TEXTS) {
    const odd = planOn({ reason, holderName: reason, sample: true });
    const pages = await readPdf(await planPdf(odd));
    expect(overflowing(pages, 40)).toEqual([]);
    expect(pages[0]?.words).toContain("DỮ LIỆU MẪU");
  }
});

test("the same plan gives the same bytes", async () => {
  expect(await planPdf(planOn())).toEqual(await planPdf(planOn()));
});
