import { expect, test } from "vitest";

import { plainText } from "#app/domain/content/index.ts";
import { drawing } from "#tests/setup/course-media.ts";

import { COVER, HEAD, lesson, questions, readCourse } from "./course-folder.ts";

const GROUP_SHEET = `---
title: Dạy nhóm không có điện thoại
minutes: 120
---

## Bài 1

- **Hỏi:** Ai đã gặp chuyện này?
`;

const WORDS = ["mã OTP", "mật khẩu", "tài khoản", "biên lai", "số dư"];
const GLOSSARY = `---
title: Từ khó
---

| Từ | Nghĩa |
| --- | --- |
${WORDS.map((word) => `| ${word} | nghĩa của từ |`).join("\n")}
`;

function cover(lines: string): string {
  return COVER.replace("passPercent: 70", `${lines}\npassPercent: 70`);
}

test("a course tells whom it is for, what it serves, and has a picture of its own", async () => {
  const { catalogue, problems } = await readCourse({
    "course.md": cover(
      "audience: Người bán hàng ở chợ.\nindicators: [1, 5]\ncover: media/bia.svg",
    ).replace('code: "4"', 'code: "4.2"'),
    "media/bia.svg": drawing("bìa"),
  });
  expect(problems).toEqual([]);
  const [course] = catalogue;
  expect(course).toMatchObject({ audience: "Người bán hàng ở chợ.", indicators: [1, 5] });
  expect(course?.frameworks[0]?.code).toBe("4.2");
  expect(course?.cover?.src).toMatch(/^media\/bia\.svg\?v=/u);
  expect(plainText(course?.introduction ?? [])).toMatch(/^Hai câu/u);
});

test("a competence that the framework does not have, a missing cover are told on their lines", async () => {
  const { problems } = await readCourse({
    "course.md": cover("cover: media/bia.svg").replace('code: "4"', 'code: "1.4"'),
  });
  expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
    expect.stringMatching(/^13 Khung TT-02-2025-BGDDT/u),
    expect.stringMatching(/^14 Không tìm thấy hình “media\/bia.svg”/u),
  ]);
});

test("a lesson begins with the line that recalls the last", async () => {
  const text = lesson("Hai.").replace("minutes: 10", "minutes: 10\nrecall: Mã QR là gì.");
  const { catalogue, problems } = await readCourse({ "02-hai.md": text });
  expect(problems).toEqual([]);
  expect(plainText(catalogue[0]?.lessons[1]?.blocks ?? [])).toMatch(/^Bài trước: Mã QR là gì\.\n/u);
});

test("a course may have a sheet for groups and a list of hard words", async () => {
  const { catalogue, problems } = await readCourse({
    "nhom.md": GROUP_SHEET,
    "tu-kho.md": GLOSSARY,
  });
  expect(problems).toEqual([]);
  expect(catalogue[0]?.groupSheet).toMatchObject({ minutes: 120 });
  expect(catalogue[0]?.glossary?.blocks).toHaveLength(1);
  expect(catalogue[0]?.lessons).toHaveLength(5);
});

test("a sheet with a fence, a list of words that is no table are sent back", async () => {
  const { catalogue, problems } = await readCourse({
    "nhom.md": `${GROUP_SHEET}\n:::tip\nMẹo.\n:::\n`,
    "tu-kho.md": "---\ntitle: Từ khó\n---\n\nMã OTP là dãy số.\n",
  });
  expect(catalogue).toEqual([]);
  expect(problems.map(({ file, line }) => `${file} ${line}`)).toEqual([
    "khoa-mau/nhom.md 10",
    "khoa-mau/tu-kho.md 1",
  ]);
});

test("a course without these is in order all the same", async () => {
  const { catalogue, problems } = await readCourse({
    "final.md": `${HEAD}\nLàm.\n${questions(8)}`,
  });
  expect(problems).toEqual([]);
  expect(catalogue[0]).toMatchObject({ cover: null, groupSheet: null, glossary: null });
});
