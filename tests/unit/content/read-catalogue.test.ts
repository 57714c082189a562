import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";

import sharp from "sharp";
import { expect, test } from "vitest";

import { readCatalogue } from "#app/domain/content/index.server.ts";
import { type Block, courseMinutes, lessonOf, plainText } from "#app/domain/content/index.ts";

import { mp3 } from "#tests/setup/course-media.ts";

import { COVER, lesson, question, questions, readCourse } from "./course-folder.ts";

/** Blocks of a first lesson with this body, without the practice after it. */
async function blocksOf(body: string, files: Readonly<Record<string, string>> = {}) {
  const { catalogue, problems } = await readCourse({ "01-mot.md": lesson(body), ...files });
  expect(problems).toEqual([]);
  return catalogue[0]?.lessons[0]?.blocks.slice(0, -1) ?? [];
}

/** "line message" of what is wrong with a first lesson. */
async function problemsOf(text: string): Promise<readonly string[]> {
  const { catalogue, problems } = await readCourse({ "01-mot.md": text });
  expect(catalogue).toEqual([]);
  for (const { file } of problems) expect(file).toBe("khoa-mau/01-mot.md");
  return problems.map(({ line, message }) => `${line} ${message}`);
}

function paragraph(text: string): Block {
  return { type: "paragraph", children: [{ type: "text", text }] };
}

test("the courses of this house are in order", { timeout: 60_000 }, async () => {
  const courses = fileURLToPath(new URL("../../../content/courses", import.meta.url));
  const { catalogue, problems } = await readCatalogue(courses);
  expect(problems).toEqual([]);
  expect(catalogue.map(({ id }) => id)).toEqual(
    expect.arrayContaining(["nhan-tien-bang-ma-qr", "nuoi-lon-an-toan", "tieng-anh-don-khach"]),
  );
});

test("a course has its lessons in order, its final test and the version of each text", async () => {
  const text = lesson("Một.");
  const { catalogue, problems } = await readCourse({ "01-mot.md": text });
  expect(problems).toEqual([]);
  const [course] = catalogue;
  if (course === undefined) throw new Error("no course");
  expect(course.id).toBe("khoa-mau");
  expect(course.lessons.map(({ id }) => id)).toEqual(["mot", "hai", "ba", "bon", "nam"]);
  expect(lessonOf(course, "final")?.questions).toHaveLength(8);
  expect(lessonOf(course, "mot")?.version).toBe(createHash("sha256").update(text).digest("hex"));
  expect(courseMinutes(course)).toBe(60);
  expect(plainText(course.introduction)).toBe("Hai câu. Giới thiệu.");
});

test("a lesson's fences, tables and marks become blocks", async () => {
  const blocks = await blocksOf(`## Đề mục

:::steps
1. Bấm **QR**.
2. Xem *tên*.
:::

:::dialogue{lang=en}
- **Khách:** How much? — Bao nhiêu?
:::

:::vocabulary{lang=en}
| Từ | Nghĩa |
|---|---|
| hi | xin chào |
:::

> Lời hay.`);
  expect(blocks.map(({ type }) => type)).toEqual([
    "heading",
    "steps",
    "dialogue",
    "vocabulary",
    "quote",
  ]);
  expect(plainText(blocks)).toBe(
    "Đề mục\nBấm QR.\nXem tên.\nKhách: How much? — Bao nhiêu?\nTừ – Nghĩa\nhi – xin chào\nLời hay.",
  );
});

test("a Chinese course has its framework, its words and its recordings in Chinese", async () => {
  const { catalogue, problems } = await readCourse({
    "course.md": COVER.replace("subject: digital", "subject: language").replace(
      'TT-02-2025-BGDDT, version: "2025", code: "4", level: "1"',
      'TT-01-2014-BGDDT, version: "2014", code: "zh", level: "A1"',
    ),
    "01-mot.md": lesson(
      ":::audio{zh=media/chao.mp3}\n你好！\n:::\n\n:::dialogue{lang=zh}\n- **Khách:** 你好！ — Xin chào!\n:::",
    ),
    "media/chao.mp3": mp3(1),
  });
  expect(problems).toEqual([]);
  const blocks = catalogue[0]?.lessons[0]?.blocks ?? [];
  expect(blocks).toMatchObject([
    { type: "audio", sounds: [{ lang: "zh" }] },
    { type: "dialogue", lang: "zh" },
    { type: "practice" },
  ]);
});

test("a colon in a sentence stays as it was typed", async () => {
  const sentences = [
    "Chợ mở lúc 10:30, tỉ lệ 1:2, lưu ý:đọc kĩ.",
    "Gõ :word[nhãn]{a=b} hay :-) cũng được.",
    "::leaf{a=1}",
    "Giá 1~2 nghìn, 3 ~ 4 nghìn.",
  ];
  expect(await blocksOf(sentences.join("\n\n"))).toEqual(sentences.map(paragraph));
});

test("a bare web address cannot be tapped, a written link can", async () => {
  const [bare, written] = await blocksOf(
    "Kẻ gian gửi www.nganhang-gia.com và https://gia.vn/x nữa.\n\nXem [trang thật](https://chinhphu.vn).",
  );
  expect(bare).toEqual(paragraph("Kẻ gian gửi www.nganhang-gia.com và https://gia.vn/x nữa."));
  expect(JSON.stringify(written)).toContain('"href":"https://chinhphu.vn"');
});

test("a picture carries its size and weight", async () => {
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320.4 180"></svg>';
  const [picture] = await blocksOf('![Mô tả](media/a.svg "Chú thích")', { "media/a.svg": drawing });
  expect(picture).toEqual({
    type: "picture",
    src: expect.stringMatching(/^media\/a\.svg\?v=[0-9a-f]{10}$/u),
    alt: "Mô tả",
    caption: "Chú thích",
    width: 320,
    height: 180,
    bytes: drawing.length,
    small: null,
  });
});

test("a WebP picture is measured, and what only bears its name is not", async () => {
  const webp = await sharp({ create: { width: 8, height: 5, channels: 3, background: "red" } })
    .webp()
    .toBuffer();
  const { catalogue } = await readCourse({
    "01-mot.md": lesson("![Mô tả](media/a.webp)"),
    "media/a.webp": webp,
  });
  expect(catalogue[0]?.lessons[0]?.blocks[0]).toMatchObject({ width: 8, height: 5 });
  const { problems } = await readCourse({
    "01-mot.md": lesson("![Mô tả](media/a.webp)"),
    "media/a.webp": "chữ",
  });
  expect(problems.map(({ message }) => message)).toEqual([
    "Hình “media/a.webp” không phải tệp WebP. Hãy xuất lại hình thành WebP.",
  ]);
});

function svg(inside: string): string {
  return `<svg width="3" height="2">${inside}</svg>`;
}

test("a picture that is missing, heavy, foreign, without words or able to act is complained of", async () => {
  const { problems } = await readCourse({
    "01-mot.md": lesson(
      ["khong-co.svg", "nang.svg", "anh.png", "lenh.svg", "trong.svg"]
        .map((name) => `![Mô tả](media/${name})`)
        .concat("![](media/nhe.svg)", "Chữ ![Mô tả](media/nhe.svg) liền hình.")
        .join("\n\n"),
    ),
    "media/nang.svg": svg(" ".repeat(21_000)),
    "media/anh.png": "x",
    "media/lenh.svg": svg("<script>1</script>"),
    "media/trong.svg": "<svg></svg>",
    "media/nhe.svg": svg(""),
  });
  expect(problems.map(({ line, message }) => `${line} ${message.split(".")[0]}`)).toEqual([
    "7 Không tìm thấy hình “media/khong-co",
    "9 Hình “media/nang",
    "11 Hình “media/anh",
    "13 Hình “media/lenh",
    "15 Hình “media/trong",
    "17 Hình “media/nhe",
    "19 Hình phải đứng riêng một đoạn",
  ]);
});

test.each([
  ["# Đề mục lớn", "Đề mục chỉ dùng ## và ###."],
  ["<b>chữ</b>", "Không dùng HTML."],
  ["<div>\n</div>", "Không dùng HTML."],
  ["- [x] việc", "Ô chọn - [ ] chỉ dùng trong câu hỏi."],
  [":::la\nChữ.\n:::", "Không có khối “:::la”."],
  ["::: tip\nChữ.\n:::", "Dòng ::: viết sai."],
  [":::tip\n:::", "Khối “:::tip” để trống."],
  [":::tip{#a}\nChữ.\n:::", "Khối “:::tip” không có thuộc tính “id”."],
  [":::practice\nChữ.\n:::", "Khối “:::practice” cần mã không dấu"],
  [":::practice{#thu}\nChữ.\n:::", "Hai khối “:::practice” trùng mã."],
  [":::steps\n- một\n:::", "Khối “:::steps” chỉ gồm một danh sách đánh số"],
  [":::ruled\nChữ.\n:::", "Khối “:::ruled” chỉ gồm một bảng."],
  [":::ruled\n|a|b|c|d|e|g|\n|-|-|-|-|-|-|\n:::", "“:::ruled” có nhiều nhất 5 cột"],
  [":::dialogue{lang=en}\nChữ.\n:::", "Khối “:::dialogue” chỉ gồm các dòng"],
  [":::vocabulary{lang=en}\nChữ.\n:::", "Khối “:::vocabulary” chỉ gồm một bảng"],
  [":::vocabulary\n| a |\n|---|\n:::", "Khối “:::vocabulary” cần mã tiếng"],
  ["Tiếng Việt".normalize("NFD"), "Dòng này có chữ không ở dạng NFC."],
  ["[chữ](javascript:1)", "Liên kết “javascript:1” không dùng được."],
])("an author is told what to mend: %j", async (body, message) => {
  const problems = await problemsOf(lesson(body));
  expect(problems.join("\n")).toContain(message);
});

test("a fence that is not closed is told, also when it swallows the next one", async () => {
  const open = await problemsOf(
    lesson("Một.", `${questions(3)}${question(4).replace(/:::\n$/u, "")}`),
  );
  expect(open[0]).toMatch(/^43 Khối “:::question” hoặc khối chứa nó chưa đóng/u);
  const swallowed = await problemsOf(lesson("Một.").replace("nhà.\n:::\n", "nhà.\n"));
  expect(swallowed[0]).toMatch(/^12 Câu hỏi phải đứng riêng .* khối phía trên/u);
});

test.each([
  ["- [x] câu đúng", "- [ ] câu đúng", "cần 2–5 đáp án, đúng một - [x]"],
  ["> Vì sao: lời giải thích.", "", "thiếu lời giải thích"],
  ["Câu hỏi số 4?\n", "", "thiếu lời hỏi"],
  ["type=one", "type=maybe", "cần type là một trong"],
  ["type=one", "type=several", "từ hai - [x] trở lên"],
  ["type=one", "type=true-false", "cần hai dòng Đúng và Sai"],
  ["type=one", "type=number answer=5", "cần answer là số viết liền"],
  ["type=one", "type=one answer=5", "không có thuộc tính “answer”"],
  ["#q4 ", "", "Câu hỏi cần mã không dấu"],
  ["#q4", "#q1", "Mã “q1” đã dùng trong bài"],
  ["#q4", "#thu", "Mã “thu” đã dùng trong bài"],
])("a question is mended: %j written %j", async (before, after, message) => {
  const wrong = question(4).replace(before, after);
  const problems = await problemsOf(lesson("Một.", questions(3) + wrong));
  expect(problems.join("\n")).toContain(message);
});

test("numbers and words carry their answers in the question's head", async () => {
  const ending = `${questions(1)}
:::question{#so type=number answer=2.5 unit="kg" tolerance=0.1}
Nặng bao nhiêu?

> Vì sao: đã cân.
:::

:::question{#tu type=word answer="hello|hi" accents=loose}
Xin chào là gì?

> Vì sao: đã học.
:::
`;
  const { catalogue } = await readCourse({ "01-mot.md": lesson("Một.", ending) });
  expect(catalogue[0]?.lessons[0]?.questions.slice(1)).toMatchObject([
    { type: "number", answer: 2.5, unit: "kg", tolerance: 0.1 },
    { type: "word", answers: ["hello", "hi"], accents: "loose" },
  ]);
});

test("questions stand at the end, three to six in a lesson, and cannot be guessed by their place", async () => {
  expect(await problemsOf(lesson("Một.", `${questions(3)}\nLời cuối.\n`))).toHaveLength(1);
  expect(await problemsOf(lesson("Một.", questions(2)))).toEqual([
    "1 Bài học cần 3–6 câu hỏi, đang có 2.",
  ]);
  expect(await problemsOf(lesson("Một.", questions(7)))).toHaveLength(1);
  const samePlace = [3, 6, 9].map(question).join("");
  expect((await problemsOf(lesson("Một.", samePlace)))[0]).toContain("luôn ở cùng một vị trí");
  const longest = questions(3).replaceAll("câu đúng", "câu đúng dài hơn hết thảy mọi câu");
  expect((await problemsOf(lesson("Một.", longest)))[0]).toContain("luôn là câu dài nhất");
});

test("a head that does not fit is named by its line", async () => {
  const { problems } = await readCourse({
    "course.md": COVER.replace("icon: qr", "icon: meo")
      .replace("passPercent: 70", "passPercent: 170")
      .replace("level: Người mới bắt đầu\n", ""),
  });
  expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
    "2 Mục “level” còn thiếu hoặc sai kiểu. Hãy viết như mẫu trong content/README.md.",
    expect.stringMatching(/^6 Mục “icon” phải là một trong: qr, phone/u),
    "13 Mục “passPercent” quá dài hoặc quá lớn: nhiều nhất 100.",
  ]);
});

test.each([
  ['code: "4"', 'code: "9"', /Khung TT-02-2025-BGDDT: mã là một trong 1, 1.1/u],
  ["version: 2026-11-22", "version: 2026-02-31", /Mục “version” viết chưa đúng/u],
  ["icon: qr", "icon: qr\nmau: đỏ", /Không có mục “mau”/u],
  ["title: Khóa học mẫu", 'title: "Khóa', /Phần đầu viết sai YAML/u],
  ["Hai câu. Giới thiệu.", "", /Thiếu phần giới thiệu/u],
])("a cover is mended: %j written %j", async (before, after, message) => {
  const { problems } = await readCourse({ "course.md": COVER.replace(before, after) });
  expect(problems.map((problem) => problem.message).join("\n")).toMatch(message);
});

test("missing and misnamed files are told", async () => {
  const { catalogue, problems } = await readCourse({
    "final.md": null,
    "05-nam.md": null,
    "bai-nam.md": lesson("Năm."),
    "04-bon.md": new Uint8Array([0xff, 0xfe]),
  });
  expect(catalogue).toEqual([]);
  expect(problems.map(({ file, message }) => `${file}: ${message.split(".")[0]}`)).toEqual([
    "khoa-mau/04-bon.md: Tệp không ở dạng UTF-8",
    "khoa-mau/bai-nam.md: Tên tệp bài học là số và mã không dấu, không trùng, như 01-ma-qr-la-gi",
    "khoa-mau/course.md: Khóa học cần ít nhất 5 bài, đang có 4",
    "khoa-mau/final.md: Thiếu tệp final",
  ]);
});

/** Problems of a course whose final test draws so many of so many questions. */
async function finalProblems(draw: number, count: number): Promise<readonly string[]> {
  const text = lesson("Một.", questions(count)).replace(
    "\n---\n\n",
    `\nquiz:\n  draw: ${draw}\n---\n\n`,
  );
  const { problems } = await readCourse({ "final.md": text });
  return problems.map(({ line, message }) => `${line} ${message}`);
}

test("a final test draws eight to twelve questions out of a pool of up to forty", async () => {
  expect(await finalProblems(12, 40)).toEqual([]);
  expect(await finalProblems(12, 11)).toEqual([
    "6 draw là 12 mà chỉ có 11 câu hỏi. Hãy viết thêm câu hỏi.",
  ]);
  expect(await finalProblems(7, 20)).toEqual(["6 Bài kiểm tra cần 8–12 câu hỏi, draw đang là 7."]);
  expect(await finalProblems(12, 41)).toHaveLength(1);
  const drawn = lesson("Một.").replace("\n---\n\n", "\nquiz: { draw: 3 }\n---\n\n");
  expect((await problemsOf(drawn))[0]).toMatch(/^5 draw chỉ dùng trong bài kiểm tra cuối khóa/u);
});
