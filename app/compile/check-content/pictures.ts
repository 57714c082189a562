import { mediaOf } from "#app/domain/content/index.ts";

import { type Checked, type Finding, fileOf, findingAt } from "./finding.ts";

/**
 * A page opens in six requests: itself, its styles, two scripts that wait, and so two pictures. The same
 * picture twice is fetched once.
 */
const PICTURES_AT_MOST = 2;

/** Lessons and quizzes that show more pictures than a page may ask for. */
export function checkPictures(checked: Checked): readonly Finding[] {
  const { lessons, final } = checked.course;
  return [...lessons, final].flatMap((lesson) => {
    const file = fileOf(checked, lesson.id);
    // A final test draws its questions; which stand together is not known.
    const questions = lesson.kind === "final" ? [] : lesson.questions;
    return [
      ...tooMany(checked, { file, text: "media/" }, "Bài", picturesOf(lesson.blocks, [])),
      ...tooMany(checked, { file, text: ":::question" }, "Câu hỏi", picturesOf([], questions)),
    ];
  });
}

type Shown = Parameters<typeof mediaOf>[0];

function picturesOf(blocks: Shown["blocks"], questions: Shown["questions"]): number {
  return mediaOf({ blocks, questions }).filter(({ src }) =>
    /\.(?:svg|jpe?g|png|webp)(?:\?|$)/u.test(src),
  ).length;
}

function tooMany(
  checked: Checked,
  at: { readonly file: string; readonly text: string },
  name: string,
  count: number,
): readonly Finding[] {
  if (count <= PICTURES_AT_MOST) return [];
  const message = `${name} có ${count} hình, nhiều nhất ${PICTURES_AT_MOST} thì trang mới mở nhanh. Hãy bỏ bớt.`;
  return [findingAt(checked, at, message)];
}
