import type { z } from "zod";

import type { Block, Picture } from "./block.ts";
import { blocksOf } from "./blocks.ts";
import { CourseHead } from "./course.ts";
import { headOf } from "./head.ts";
import { isBlockNode, parseMarkdown, type Reading } from "./markdown.ts";
import { pictureAt } from "./media-at.ts";
import type { Complain } from "./problem.ts";

interface Framework {
  readonly codes: readonly string[];
  readonly levels: readonly string[];
}

/** How many competences each domain of TT 02/2025 has; 24 in all. */
const COMPETENCES = [3, 6, 4, 4, 4, 3];

/** Codes that a course may name; the content's README tells authors the same. */
const FRAMEWORKS: Readonly<
  Record<z.infer<typeof CourseHead>["frameworks"][number]["framework"], Framework>
> = {
  "TT-02-2025-BGDDT": {
    codes: [1, 2, 3, 4, 5, 6].flatMap((domain, index) => [
      String(domain),
      ...Array.from({ length: COMPETENCES[index] ?? 0 }, (_, at) => `${domain}.${at + 1}`),
    ]),
    levels: ["1", "2", "3", "4", "5", "6", "7", "8"],
  },
  "TT-01-2014-BGDDT": { codes: ["en", "zh"], levels: ["A1", "A2", "B1", "B2", "C1", "C2"] },
  "TT-33-2021-BGDDT": {
    codes: ["xoa-mu-chu"],
    levels: ["ki-1", "ki-2", "ki-3", "ki-4", "ki-5"],
  },
  "QD-46-2015-TTG": { codes: ["nong-nghiep"], levels: ["so-cap"] },
};

interface CourseFile {
  readonly head: Omit<z.infer<typeof CourseHead>, "cover">;
  readonly introduction: readonly Block[];
  readonly cover: Picture | null;
}

/** `course.md` read, or null when its head must be mended first; all else is complained of. */
export function courseFileOf(reading: Reading): CourseFile | null {
  const { source, complain } = reading;
  checkForm(source, complain);
  const root = parseMarkdown(source);
  const head = headOf(root, CourseHead, complain);
  const introduction = blocksOf(root.children.filter(isBlockNode), reading);
  if (introduction.length === 0)
    complain(1, "Thiếu phần giới thiệu. Hãy viết 2–4 câu dưới phần đầu.");
  if (head === null) return null;
  checkFrameworks(head, reading);
  const { cover: path, ...rest } = head;
  // Whatever shows the cover tells the course's title beside it.
  const line = lineOfText(source, "cover:");
  const cover = path === undefined ? null : pictureAt(path, head.title, line, reading);
  return { head: rest, introduction, cover };
}

function checkFrameworks(head: z.infer<typeof CourseHead>, { source, complain }: Reading): void {
  for (const { framework, code, level } of head.frameworks) {
    const { codes, levels } = FRAMEWORKS[framework];
    if (codes.includes(code) && levels.includes(level)) continue;
    complain(
      lineOfText(source, framework),
      `Khung ${framework}: mã là một trong ${codes.join(", ")}; mức là một trong ${levels.join(", ")}.`,
    );
  }
}

/** The line on which a text first stands; 1 when it does not. */
export function lineOfText(source: string, text: string): number {
  return source.slice(0, Math.max(source.indexOf(text), 0)).split("\n").length;
}

/** Complains of every line that is not in NFC. */
export function checkForm(source: string, complain: Complain): void {
  for (const [index, line] of source.split("\n").entries()) {
    if (line !== line.normalize("NFC")) {
      complain(
        index + 1,
        "Dòng này có chữ không ở dạng NFC. Hãy gõ lại bằng bộ gõ Unicode dựng sẵn.",
      );
    }
  }
}
