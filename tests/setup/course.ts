import type { Course, Lesson, Question } from "#app/domain/content/index.ts";
import { Day } from "#app/domain/kernel/index.ts";
import { statementIdsBy } from "#app/domain/learning/index.server.ts";

/** As `content/` has them. */
export const LEARNING_RULES = { countsWhenDoneWithinDays: 30, believedClockDays: 400 };

/** By a key that no stranger has. */
export const STATEMENT_IDS = statementIdsBy([new Uint8Array(32).fill(7)]);

function question(id: string): Question {
  return {
    id,
    type: "one",
    prompt: [{ type: "paragraph", children: [{ type: "text", text: `Câu hỏi ${id}?` }] }],
    explanation: [{ type: "paragraph", children: [{ type: "text", text: "Vì thế." }] }],
    choices: [
      { text: [{ type: "text", text: "đúng" }], correct: true },
      { text: [{ type: "text", text: "sai" }], correct: false },
    ],
  };
}

export function lessonWith(overrides: Partial<Lesson> = {}): Lesson {
  return {
    id: "bai-mot",
    kind: "lesson",
    title: "Bài một",
    goal: "Học xong thì biết.",
    minutes: 12,
    version: "a".repeat(64),
    blocks: [],
    questions: [question("q1"), question("q2")],
    quiz: { layout: "all", draw: null, triesADay: null },
    ...overrides,
  };
}

/** Two lessons and a final test; the first choice is always right. */
export function courseWith(overrides: Partial<Course> = {}): Course {
  return {
    id: "khoa-mau",
    title: "Khóa mẫu",
    subject: "digital",
    summary: "Một khóa học ngắn để kiểm tra.",
    level: "Người mới bắt đầu",
    needs: ["kiểm tra"],
    icon: "phone",
    outcomes: ["Một", "Hai", "Ba"],
    frameworks: [{ framework: "TT-02-2025-BGDDT", version: "2025", code: "4", level: "1" }],
    passPercent: 70,
    lessonPassPercent: 50,
    version: Day.parse("2026-11-22"),
    sources: [{ title: "Nguồn", publisher: "Nhà xuất bản", year: 2025 }],
    indicators: [5],
    introduction: [],
    cover: null,
    groupSheet: null,
    glossary: null,
    lessons: [lessonWith(), lessonWith({ id: "bai-hai", title: "Bài hai" })],
    final: lessonWith({ id: "final", kind: "final", title: "Kiểm tra cuối khóa", minutes: 20 }),
    ...overrides,
  };
}
