import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { readCatalogue } from "#app/domain/content/index.server.ts";

type Read = Awaited<ReturnType<typeof readCatalogue>>;

export const COVER = `---
title: Khóa học mẫu
subject: digital
summary: Một câu nói khóa học giúp làm được gì.
level: Người mới bắt đầu
needs: [bán hàng cho khách]
icon: qr
outcomes:
  - Làm được việc một
  - Làm được việc hai
  - Làm được việc ba
frameworks:
  - { framework: TT-02-2025-BGDDT, version: "2025", code: "4", level: "1" }
passPercent: 70
version: 2026-11-22
sources:
  - { title: Tài liệu, publisher: Cơ quan, year: 2023 }
---

Hai câu. Giới thiệu.
`;

export const HEAD = `---
title: Bài mẫu
minutes: 10
goal: Học xong, bà con làm được một việc.
---
`;

export function question(number: number): string {
  const choices = ["- [ ] câu sai hơi dài một chút", "- [ ] sai"];
  choices.splice(number % 3, 0, "- [x] câu đúng");
  return `
:::question{#q${number} type=one}
Câu hỏi số ${number}?

${choices.join("\n")}

> Vì sao: lời giải thích.
:::
`;
}

export function questions(count: number): string {
  return Array.from({ length: count }, (_, index) => question(index + 1)).join("");
}

/** A lesson's file. Its body begins in line 7. */
export function lesson(body: string, ending = questions(3)): string {
  return `${HEAD}\n${body}\n\n:::practice{#thu}\nLàm thử ở nhà.\n:::\n${ending}`;
}

const WHOLE: Readonly<Record<string, string>> = {
  "course.md": COVER,
  "01-mot.md": lesson("Một."),
  "02-hai.md": lesson("Hai."),
  "03-ba.md": lesson("Ba."),
  "04-bon.md": lesson("Bốn."),
  "05-nam.md": lesson("Năm."),
  "final.md": `${HEAD}\nLàm thong thả.\n${questions(8)}`,
};

/**
 * Reads a course in order but for the given files, which lie in the folder "khoa-mau".
 * @param files by path; null leaves one of the course in order out
 */
export async function readCourse(
  files: Readonly<Record<string, string | Uint8Array | null>>,
): Promise<Read> {
  const directory = await mkdtemp(join(tmpdir(), "nep-hoc-courses-"));
  try {
    await mkdir(join(directory, "khoa-mau", "media"), { recursive: true });
    for (const [path, text] of Object.entries({ ...WHOLE, ...files })) {
      if (text !== null) await writeFile(join(directory, "khoa-mau", path), text);
    }
    return await readCatalogue(directory);
  } finally {
    await rm(directory, { recursive: true });
  }
}
