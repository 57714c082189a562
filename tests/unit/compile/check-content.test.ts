import { expect, test } from "vitest";

import { checkBarriers } from "#app/compile/check-content/barriers.ts";
import { checkCompleteness } from "#app/compile/check-content/completeness.ts";
import { checkDrawings } from "#app/compile/check-content/drawings.ts";
import type { Checked, Finding } from "#app/compile/check-content/finding.ts";
import { checkLanguages } from "#app/compile/check-content/languages.ts";
import { checkPictures } from "#app/compile/check-content/pictures.ts";
import { checkQuestions } from "#app/compile/check-content/questions.ts";
import { checkSentences } from "#app/compile/check-content/sentences.ts";
import { checkSpelling, spellerOf } from "#app/compile/check-content/spelling.ts";
import { avoidedOf, checkSources, checkWording } from "#app/compile/check-content/wording.ts";
import { COVER, HEAD, lesson, questions, readCourse } from "#tests/unit/content/course-folder.ts";

const FILES = { mot: "01-mot.md", hai: "02-hai.md", ba: "03-ba.md", final: "final.md" };

/** A course in order but for these files. */
async function checkedOf(texts: Readonly<Record<string, string>>): Promise<Checked> {
  const { catalogue, problems } = await readCourse(texts);
  expect(problems).toEqual([]);
  const [course] = catalogue;
  if (course === undefined) throw new Error("no course");
  return { course, files: new Map(Object.entries(FILES)), sources: new Map(Object.entries(texts)) };
}

function told(findings: readonly Finding[], file: string): readonly string[] {
  return findings
    .filter((finding) => finding.file === file)
    .map(({ line, message }) => `${line} ${message}`);
}

const SPELLER = spellerOf("Mỷ # tên\nwifi");

test("a sentence of more than twenty syllables is told on its line, one of twenty is not", async () => {
  const twenty = Array.from({ length: 19 }, () => "chợ").join(" ");
  const text = lesson(`Bà ${twenty}.\n\nBà đi ${twenty}.`);
  const findings = checkSentences(await checkedOf({ "01-mot.md": text }));
  const long = told(findings, "01-mot.md").filter((line) => line.includes("nhiều nhất 20"));
  expect(long).toEqual([expect.stringMatching(/^9 Câu “Bà đi .*…” dài 21 tiếng/u)]);
});

test("a wall of text, too many sentences in one go and two persons in one sentence are told", async () => {
  const wall = Array.from({ length: 5 }, () => Array.from({ length: 13 }, () => "chợ").join(" "));
  const text = lesson(`${wall.join(". ")}.\n\nBà con xem máy của mình.`);
  const findings = told(checkSentences(await checkedOf({ "01-mot.md": text })), "01-mot.md");
  expect(findings.join("\n")).toMatch(/dài 65 tiếng, nhiều nhất 60/u);
  expect(findings.join("\n")).toMatch(/có 5 câu, nhiều nhất 3/u);
  expect(findings.join("\n")).toMatch(/9 Câu .* có cả “bà con” và “mình”/u);
});

function goal(line: string): string {
  return lesson("Một.").replace(/^goal: .*$/mu, `goal: ${line}`);
}

test("a goal is two short sentences", async () => {
  const texts = { "01-mot.md": goal("Biết xem mã."), "02-hai.md": goal("Biết xem. Biết hỏi.") };
  const findings = checkSentences(await checkedOf(texts));
  expect(told(findings, "01-mot.md")).toEqual([expect.stringMatching(/^4 Mục goal cần hai câu/u)]);
  expect(told(findings, "02-hai.md")).toEqual([]);
});

test("a word that no list knows is told, names and foreign words of the course are not", async () => {
  const text = lesson(`Chị Mỷ bật wifi, khoẻ và khỏe, quý, viếc, GTGT. Nói welcome.

:::dialogue{lang=en}
- **Khách:** Welcome! — Xin chào!
:::`);
  const findings = told(
    checkSpelling(await checkedOf({ "01-mot.md": text }), SPELLER),
    "01-mot.md",
  );
  expect(findings).toEqual([
    expect.stringMatching(/^7 “khoẻ”: dấu thanh/u),
    expect.stringMatching(/^7 “viếc” không có trong từ điển/u),
  ]);
});

test("where a language is taught, its words in bold and their reading in brackets are no mistakes", async () => {
  const body = "Chữ **happy** (he-pì) là vui, 你好 là chào, hapy thì sai.";
  const language = COVER.replace("subject: digital", "subject: language");
  const texts = { "course.md": language, "01-mot.md": lesson(body) };
  const findings = told(checkSpelling(await checkedOf(texts), SPELLER), "01-mot.md");
  expect(findings).toEqual([expect.stringMatching(/“hapy”/u)]);
});

const AVOIDED = avoidedOf(`
words: [{ avoid: tắt máy, write: cúp máy }]
sites: [{ host: cu.gov.vn, why: đã đóng }]
`);

test("words of the language that is taught are told where they are not marked as of it", async () => {
  const text = lesson(`Nói **welcome** hay *chào*, :en[**welcome**], **no**, **welcome chị**.

| Mình nói | Nghĩa |
| --- | --- |
| Welcome! | Xin chào! |

:::dialogue{lang=en}
- **Khách:** Welcome! No. — Xin chào!
:::`);
  const findings = told(
    checkLanguages(await checkedOf({ "01-mot.md": text }), SPELLER),
    "01-mot.md",
  );
  expect(findings).toEqual([
    expect.stringMatching(/^7 “welcome” không phải tiếng Việt\. Hãy viết :en\[welcome\]/u),
    expect.stringMatching(/^11 “Welcome!” không phải tiếng Việt/u),
  ]);
});

function shown(...names: readonly string[]): string {
  return lesson(names.map((name) => `![Mô tả.](media/${name}.svg)`).join("\n\n"));
}

function drawingOf(width: number): string {
  return `<svg width="${width}" height="2"></svg>`;
}

test("a lesson with three pictures is told, one that shows a picture twice beside another is not", async () => {
  const checked = await checkedOf({
    "01-mot.md": shown("a", "b", "c"),
    "02-hai.md": shown("a", "b", "a"),
    "media/a.svg": drawingOf(3),
    "media/b.svg": drawingOf(4),
    "media/c.svg": drawingOf(5),
  });
  expect(told(checkPictures(checked), "01-mot.md")).toEqual([
    expect.stringMatching(/^7 Bài có 3 hình, nhiều nhất 2/u),
  ]);
  expect(told(checkPictures(checked), "02-hai.md")).toEqual([]);
});

test("a word that is not to be used is told with what to write instead", async () => {
  const text = lesson("Nghe lạ thì Tắt máy. Máy tắt mấy lần.");
  const findings = checkWording(await checkedOf({ "01-mot.md": text }), AVOIDED);
  expect(told(findings, "01-mot.md")).toEqual(["7 Không viết “Tắt máy”, viết “cúp máy”."]);
});

test("a source on a site that is no more is told, one without an address is not", async () => {
  const dead = COVER.replace("year: 2023", 'year: 2023, url: "https://xa.cu.gov.vn/bai"');
  expect(checkSources(await checkedOf({ "course.md": dead }), AVOIDED)).toHaveLength(1);
  expect(checkSources(await checkedOf({ "course.md": COVER }), AVOIDED)).toEqual([]);
});

function one(id: string, choices: readonly string[], prompt = `Hỏi về ${id}?`): string {
  return `\n:::question{#${id} type=one}\n${prompt}\n\n${choices.join("\n")}\n\n> Vì sao: lời giải thích đủ dài.\n:::\n`;
}

test("a right answer much longer than the wrong ones is told", async () => {
  const long = one("x", [
    "- [x] Xem tên người nhận rồi mới bấm chuyển",
    "- [ ] Bấm ngay",
    "- [ ] Hỏi",
  ]);
  const fair = one("y", ["- [x] Xem tên rồi mới bấm", "- [ ] Bấm ngay cho nhanh", "- [ ] Hỏi"]);
  const text = lesson("Một.", `${questions(3)}${long}${fair}`);
  const findings = told(checkQuestions(await checkedOf({ "01-mot.md": text })), "01-mot.md");
  expect(findings.filter((line) => line.includes("dài hơn hẳn"))).toEqual([
    expect.stringMatching(/Câu hỏi “x”/u),
  ]);
});

function several(id: string, prompt: string): string {
  return `\n:::question{#${id} type=several}\n${prompt}\n\n- [x] một\n- [x] hai\n- [ ] ba\n\n> Vì sao: lời giải thích đủ dài.\n:::\n`;
}

test("whoever chooses several is told how many, and rightly", async () => {
  const asked = [
    several("a", "Cái nào đúng?"),
    several("b", "Cái nào đúng? Chọn ba câu."),
    several("c", "Những cái nào đúng ở chợ? Chọn hai câu."),
    several("d", "Những việc nào nên làm trước? Chọn tất cả."),
  ];
  const text = lesson("Một.", asked.join(""));
  const findings = told(checkQuestions(await checkedOf({ "01-mot.md": text })), "01-mot.md");
  expect(findings.filter((line) => /chọn/iu.test(line))).toEqual([
    expect.stringMatching(/“a” cần nói chọn mấy câu/u),
    expect.stringMatching(/“b” bảo chọn ba mà có 2 câu đúng/u),
  ]);
});

function trueFalse(id: string, isTrue: boolean): string {
  const marks = isTrue ? ["x", " "] : [" ", "x"];
  return `\n:::question{#${id} type=true-false}\nCâu ${id}.\n\n- [${marks[0]}] Đúng\n- [${marks[1]}] Sai\n\n> Vì sao: lời giải thích đủ dài.\n:::\n`;
}

test.each([
  [[false, false, false, false, true], true],
  [[false, false, true, true, true], false],
])("true and false stand about as often: %j", async (verdicts, isTold) => {
  const texts = verdicts.map((verdict, at) => trueFalse(`t${at}`, verdict));
  const text = lesson("Một.", texts.join(""));
  const findings = told(checkQuestions(await checkedOf({ "01-mot.md": text })), "course.md");
  expect(findings.some((line) => line.includes("câu “Sai”"))).toBe(isTold);
});

test("right answers that stand at one place, or are the longest, through a whole course are told", async () => {
  const same = ["- [ ] xa", "- [x] gần chợ", "- [ ] nhà"];
  const longer = ["- [ ] xa tít ngoài chợ", "- [x] gần", "- [ ] nhà"];
  const first = ["- [x] ngoài chợ", "- [ ] xa", "- [ ] nhà"];
  const text = [1, 2, 3, 4].map((at) => one(`q${at}`, same)).join("");
  const texts = Object.fromEntries(
    ["01-mot.md", "02-hai.md", "03-ba.md", "04-bon.md", "05-nam.md"].map((file) => [
      file,
      lesson("Một.", text + one("q5", longer) + one("q6", first)),
    ]),
  );
  const findings = told(checkQuestions(await checkedOf(texts)), "course.md").join("\n");
  expect(findings).toMatch(/câu đúng đứng thứ 2 tới \d+ lần/u);
  expect(findings).toMatch(/Câu đúng là câu dài nhất ở \d+ trong/u);
});

test("a question that was asked before is told", async () => {
  const asked = "Chị Mỷ bán vòng cho khách, khách nói đã trả tiền, chị làm gì?";
  const again = one("z", ["- [ ] xem máy của chị", "- [x] đưa hàng"], asked);
  const texts = {
    "01-mot.md": lesson("Một.", `${questions(3)}${again}`),
    "02-hai.md": lesson("Hai.", `${questions(3)}${again}`),
  };
  const findings = told(checkQuestions(await checkedOf(texts)), "02-hai.md");
  expect(findings.join("\n")).toContain("Câu hỏi “z” giống câu “z” ở 01-mot.md");
});

function final(draw: string, pool: number): string {
  return `${HEAD.replace("---\n", `---\n${draw}`)}\nLàm.\n${questions(pool)}`;
}

test("a lesson has four questions, a final test half as many again as it draws", async () => {
  const few = await checkedOf({ "final.md": final("quiz: { draw: 8 }\n", 11) });
  expect(told(checkQuestions(few), "01-mot.md")[0]).toContain("cần ít nhất 4");
  expect(told(checkQuestions(few), "final.md")[0]).toContain("viết ít nhất 12 câu, đang có 11");
  const all = await checkedOf({ "final.md": final("", 8) });
  expect(told(checkQuestions(all), "final.md")[0]).toContain("cần draw");
  const enough = await checkedOf({ "final.md": final("quiz: { draw: 8 }\n", 12) });
  expect(told(checkQuestions(enough), "final.md").join()).not.toContain("draw");
});

test("what a course still lacks is told: sheets, recall, practices, pictures, its cover", async () => {
  const findings = checkCompleteness(await checkedOf({ "01-mot.md": lesson("Một.") }));
  const lines = findings.map(({ file, message }) => `${file} ${message}`).join("\n");
  expect(lines).toMatch(/course\.md Thiếu audience/u);
  expect(lines).toMatch(/course\.md Thiếu cover/u);
  expect(lines).toMatch(/course\.md Thiếu indicators/u);
  expect(lines).toMatch(/nhom\.md Thiếu tờ/u);
  expect(lines).toMatch(/tu-kho\.md Thiếu bảng/u);
  expect(lines).toMatch(/02-hai\.md Thiếu recall/u);
  expect(lines).not.toMatch(/01-mot\.md Thiếu recall/u);
  expect(lines).toMatch(/01-mot\.md Bài có 1 việc làm thật/u);
  expect(lines).toMatch(/01-mot\.md Bài chưa có hình/u);
});

test("a sheet for groups speaks of each lesson", async () => {
  const heads = [1, 2, 3, 4].map((at) => `## Bài ${at}: Tên\n\nLàm.\n`).join("\n");
  const sheet = `---\ntitle: Dạy nhóm\n---\n\n${heads}`;
  const findings = told(checkCompleteness(await checkedOf({ "nhom.md": sheet })), "nhom.md");
  expect(findings).toEqual([expect.stringMatching(/Thiếu phần dạy bài 5/u)]);
});

function drawing(body: string): string {
  return `<svg><title>Hình</title>${body}</svg>`;
}

test("a drawing that is heavy, has small letters, is there twice or is shown nowhere is told", () => {
  const findings = checkDrawings({
    drawings: new Map([
      ["a.svg", drawing("<path/>")],
      ["b.svg", drawing("<path/>").replace("Hình", "Tên khác")],
      ["c.svg", drawing('<text font-size="12">a</text>')],
      ["d.svg", drawing("x".repeat(7000))],
      ["e.svg", "<svg></svg>"],
    ]),
    sources: ["media/a.svg media/b.svg media/c.svg media/d.svg"],
  });
  expect(findings.map(({ file, message }) => `${file} ${message.slice(0, 14)}`)).toEqual([
    "media/b.svg Hình giống hệt",
    "media/c.svg Hình có chữ cỡ",
    "media/d.svg Hình nặng 7031",
    "media/e.svg Hình không bài",
    "media/e.svg Hình thiếu tên",
  ]);
});

test("a column or a row without a name, a cell beyond all columns: each is told on its line", async () => {
  const text = lesson("| Việc | |\n| --- | --- |\n| Gieo | tháng 3 |\n| | tháng 4 |");
  const wide = lesson("| Việc | Lúc |\n| --- | --- |\n| Gieo | tháng 3 |");
  const texts = { "01-mot.md": text, "02-hai.md": wide };
  const findings = checkBarriers(await checkedOf(texts));
  expect(told(findings, "01-mot.md")).toEqual([
    expect.stringMatching(/^7 Bảng có ô đầu cột để trống/u),
    expect.stringMatching(/^10 Bảng có ô đầu hàng để trống/u),
  ]);
  expect(told(findings, "02-hai.md")).toEqual([]);
});

test("a heading that jumps a level is told, one that comes down a level is not", async () => {
  const texts = {
    "01-mot.md": lesson("### Nhỏ trước\n\nMột."),
    "02-hai.md": lesson("## Lớn\n\n### Nhỏ\n\nHai.\n\n## Lớn nữa\n\nBa."),
  };
  const findings = checkBarriers(await checkedOf(texts));
  expect(told(findings, "01-mot.md")).toEqual([
    expect.stringMatching(/^7 Đề mục “Nhỏ trước” nhảy bậc/u),
  ]);
  expect(told(findings, "02-hai.md")).toEqual([]);
});

test("a link without words, an empty line of a list and an id that the page has are told", async () => {
  const text = lesson(
    "Xem [](https://chinhphu.vn) và [trang này](https://chinhphu.vn).\n\n- Một\n-\n\n:::practice{#noi-dung}\nLàm.\n:::",
  );
  const findings = checkBarriers(await checkedOf({ "01-mot.md": text }));
  expect(told(findings, "01-mot.md")).toEqual([
    expect.stringMatching(/^7 Liên kết https:\/\/chinhphu\.vn không có chữ/u),
    expect.stringMatching(/Danh sách có một dòng để trống/u),
    expect.stringMatching(/^12 Mã “noi-dung”/u),
  ]);
});
