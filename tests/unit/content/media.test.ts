import fc from "fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";

import { type Block, mediaOf, plainText } from "#app/domain/content/index.ts";
import { soundSeconds } from "#app/domain/content/sound-length.server.ts";
import {
  drawing,
  m4a,
  mp3,
  mp3OfVaryingRate,
  opus,
  pdf,
  tagged,
  vorbis,
} from "#tests/setup/course-media.ts";

import { lesson, readCourse } from "./course-folder.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

/** A first lesson with this body, which must be in order. */
async function lessonWith(body: string, files: Files) {
  const { catalogue, problems } = await readCourse({ "01-mot.md": lesson(body), ...files });
  expect(problems).toEqual([]);
  const read = catalogue[0]?.lessons[0];
  if (read === undefined) throw new Error("no lesson");
  return read;
}

async function problemsOf(body: string, files: Files): Promise<readonly string[]> {
  const { problems } = await readCourse({ "01-mot.md": lesson(body), ...files });
  return problems.map(({ line, message }) => `${line} ${message}`);
}

test("a recording is there in each language that was recorded, with its words, length and weight", async () => {
  const { blocks } = await lessonWith(
    ":::audio{vi=media/bai-mot.mp3 hmn=media/bai-mot-mong.opus}\nBà con chào nhau.\n:::",
    { "media/bai-mot.mp3": mp3(3), "media/bai-mot-mong.opus": opus(4) },
  );
  expect(blocks[0]).toMatchObject({
    type: "audio",
    sounds: [
      { lang: "vi", seconds: 3, bytes: mp3(3).length },
      { lang: "hmn", seconds: 4 },
    ],
  });
  expect(plainText(blocks.slice(0, 1))).toBe("Bà con chào nhau.");
});

test("a line of a dialogue has its sound, its slow sound and its meaning", async () => {
  const { blocks } = await lessonWith(
    `:::dialogue{lang=en}
- **Khách:** How *much*? — Bao nhiêu? [nghe](media/gia.mp3) [nghe chậm](media/gia-cham.mp3)
- Hello!
:::`,
    { "media/gia.mp3": mp3(1), "media/gia-cham.mp3": mp3(2) },
  );
  const [dialogue] = blocks;
  if (dialogue?.type !== "dialogue") throw new Error("no dialogue");
  const [asked, greeted] = dialogue.lines;
  expect(asked).toMatchObject({
    said: [{ text: "How " }, { type: "emphasis" }, { text: "?" }],
    meaning: [{ type: "text", text: "Bao nhiêu?" }],
    sound: { seconds: 1 },
    slow: { seconds: 2 },
  });
  expect(greeted).toMatchObject({ speaker: [], meaning: [], sound: null, slow: null });
  expect(plainText(blocks.slice(0, 1))).toBe("Khách: How much? — Bao nhiêu?\nHello!");
});

test("a word to learn has a sound and a picture beside it", async () => {
  const { blocks } = await lessonWith(
    `:::vocabulary{lang=en}
| Từ | Nghĩa |
|---|---|
| rice ![bát cơm](media/com.svg) [nghe](media/com.mp3) | cơm |
| tea | trà |
:::`,
    { "media/com.svg": drawing(), "media/com.mp3": mp3(1) },
  );
  expect(blocks[0]).toMatchObject({
    words: [
      {
        cells: [[{ text: "rice" }], [{ text: "cơm" }]],
        sound: { seconds: 1 },
        picture: { alt: "bát cơm" },
      },
      { sound: null, picture: null },
    ],
  });
});

test("steps hold pictures, and a paper to keep says its weight", async () => {
  const { blocks } = await lessonWith(
    `:::steps
1. Bấm nút.

   ![Tay bấm nút](media/nut.svg)

2. Xem tên.
:::

:::download{file=media/bang-gia.pdf}
Bảng giá để in.
:::`,
    { "media/nut.svg": drawing(), "media/bang-gia.pdf": pdf() },
  );
  expect(blocks[0]).toMatchObject({
    items: [[{ type: "paragraph" }, { type: "picture" }], [{ type: "paragraph" }]],
  });
  expect(blocks[1]).toMatchObject({ type: "download", format: "pdf", bytes: pdf().length });
});

test("a photograph is made in two sizes that a phone can carry; a narrow one is made once", async () => {
  const noise = { type: "gaussian", mean: 128, sigma: 60 } as const;
  const photo = (width: number) =>
    sharp({ create: { width, height: width, channels: 3, background: "#777", noise } })
      .jpeg()
      .toBuffer();
  const { blocks } = await lessonWith("![Rừng](media/rung.jpg)\n\n![Lá](media/la.jpg)", {
    "media/rung.jpg": await photo(1400),
    "media/la.jpg": await photo(200),
  });
  const [wide, narrow] = blocks;
  if (wide?.type !== "picture" || narrow?.type !== "picture") throw new Error("no pictures");
  expect(wide).toMatchObject({ width: 640, height: 640, small: { width: 320 } });
  expect(wide.src).toMatch(/^media\/rung\.jpg\?v=[0-9a-f]{10}&w=640$/u);
  expect(wide.small?.bytes).toBeLessThan(wide.bytes);
  expect(narrow).toMatchObject({ width: 200, small: null });
});

function firstSource({ blocks: [picture] }: { readonly blocks: readonly Block[] }): string {
  return picture?.type === "picture" ? picture.src : "";
}

test("another picture or recording under the same name is another version of the lesson", async () => {
  const body = "![Hình](media/a.svg)";
  const before = await lessonWith(body, { "media/a.svg": drawing("một") });
  const after = await lessonWith(body, { "media/a.svg": drawing("hai") });
  const beside = await lessonWith(body, { "media/a.svg": drawing("hai"), "media/b.mp3": mp3(1) });
  expect(after.version).not.toBe(before.version);
  expect(beside.version).toBe(after.version);
  expect(firstSource(after)).not.toBe(firstSource(before));
});

test("everything that a lesson shows is listed once, for a phone to keep", async () => {
  const read = await lessonWith(
    `![Hình](media/a.svg)\n\n:::tip\n![Hình](media/a.svg)\n:::\n\n:::audio{vi=media/b.mp3}\nLời.\n:::`,
    { "media/a.svg": drawing(), "media/b.mp3": mp3(1) },
  );
  expect(mediaOf(read).map(({ src }) => src.replace(/\?.*/u, ""))).toEqual([
    "media/a.svg",
    "media/b.mp3",
  ]);
});

test.each([
  [":::audio\nLời.\n:::", "7 Khối “:::audio” cần ít nhất một tệp"],
  [":::audio{vi=media/khong-co.mp3}\nLời.\n:::", "7 Không tìm thấy tệp âm thanh"],
  [":::audio{vi=media/a.svg}\nLời.\n:::", "7 Tệp âm thanh “media/a.svg” không dùng được ở đây"],
  [":::audio{fr=media/b.mp3}\nLời.\n:::", "không có thuộc tính “fr”"],
  [":::audio{vi=media/gia.mp3}\nLời.\n:::", "không phải tệp âm thanh đúng loại"],
  ["![Hình](media/b.mp3)", "7 Hình “media/b.mp3” không dùng được ở đây"],
  ["![Hình](media/gia.png)", "7 Hình “media/gia.png” không phải tệp PNG"],
  [":::download\nTệp.\n:::", "cần tên tệp, như {file=media/mau.pdf}"],
  [":::download{file=media/gia.pdf}\nTệp.\n:::", "không phải tệp PDF"],
  [":::download{file=media/x.exe}\nTệp.\n:::", "thuộc loại tệp không dùng được"],
  ["![Hình](media/Anh-1.png)", "có tên không hợp"],
  [":::dialogue{lang=en}\n- Hi! [đây](media/b.mp3)\n:::", "viết là [nghe](…)"],
  [":::dialogue{lang=en}\n- Hi! [nghe](media/b.mp3) [nghe](media/b.mp3)\n:::", "Hãy bỏ bớt"],
])("an author is told what to mend of a file: %j", async (body, message) => {
  const problems = await problemsOf(body, {
    "media/a.svg": drawing(),
    "media/b.mp3": mp3(1),
    "media/gia.mp3": "chữ",
    "media/gia.png": "chữ",
    "media/gia.pdf": "chữ",
    "media/x.exe": "chữ",
    "media/Anh-1.png": "chữ",
  });
  expect(problems.join("\n")).toContain(message);
});

test("what is weak is told and does not hold the course back", async () => {
  const long = Array.from({ length: 30 }, (_, at) => `tiếng ${at}`).join(" ");
  const { catalogue, problems, advice } = await readCourse({ "01-mot.md": lesson(`${long}.`) });
  expect(problems).toEqual([]);
  expect(catalogue).toHaveLength(1);
  const told = advice.filter(({ file }) => file === "khoa-mau/01-mot.md");
  expect(told.map(({ line, message }) => `${line} ${message.slice(0, 22)}`)).toEqual([
    "7 Câu dài 60 tiếng: “tiế",
    "1 Bài chưa có tiếng thu ",
    "1 Bài chưa có hình. Nên ",
  ]);
});

test.each([
  ["mp3", mp3(3), 3],
  ["mp3", tagged(mp3(3)), 3],
  ["mp3", mp3OfVaryingRate(95), 95],
  ["opus", opus(7), 7],
  ["ogg", vorbis(7), 7],
  ["m4a", m4a(12), 12],
])("a recording in %s tells how long it is", async (format, sound, seconds) => {
  expect(await soundSeconds(sound, format)).toBeCloseTo(seconds, 1);
});

test.each([
  ["mp3", opus(3)],
  ["opus", vorbis(3)],
  ["ogg", mp3(3)],
  ["m4a", mp3(3)],
  ["mp3", m4a(3)],
])("what is named %s and is another kind of recording has no length", async (format, sound) => {
  expect(await soundSeconds(sound, format)).toBeNull();
});

test("no file makes the reading of its length throw", async () => {
  const begun = fc.constantFrom(
    mp3(1),
    mp3OfVaryingRate(2),
    tagged(mp3(1)),
    opus(1),
    vorbis(1),
    m4a(1),
  );
  const format = fc.constantFrom("mp3", "ogg", "opus", "m4a", "xyz");
  const anything = fc.oneof(
    fc.uint8Array({ maxLength: 200 }),
    fc
      .tuple(begun, fc.nat(600))
      .map(([sound, length]) => Uint8Array.from(sound.subarray(0, length))),
    fc
      .tuple(begun, fc.nat(120), fc.nat(255))
      .map(([sound, at, byte]) => Uint8Array.from(sound).fill(byte, at, at + 4)),
  );
  await fc.assert(
    fc.asyncProperty(anything, format, async (bytes, ending) => {
      const seconds = await soundSeconds(bytes, ending);
      expect(seconds === null || seconds > 0).toBe(true);
    }),
  );
});
