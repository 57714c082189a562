import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { vi, WordsProvider } from "#app/locales/index.ts";
import { sheetOf } from "#app/pages/learn/blocks/course-sheet.server.ts";
import { CourseSheet } from "#app/pages/learn/blocks/course-sheet.tsx";
import { stepsOf } from "#app/pages/learn/blocks/course-view.ts";
import { EasyCourse } from "#app/pages/learn/course/easy-course.tsx";
import { courseWith } from "#tests/setup/course.ts";

const WORD = { type: "text", text: "mã OTP" } as const;
const GLOSSARY = {
  title: "Từ khó",
  blocks: [{ type: "table", head: [[WORD], [WORD]], rows: [[[WORD], [WORD]]] }],
} as const;

test("the easy view of a course says whom it is for, what she can do then, and where hard words are", () => {
  const course = { ...courseWith(), audience: "Người bán hàng ở chợ." };
  const html = renderToStaticMarkup(
    <WordsProvider value={vi}>
      <EasyCourse
        course={{
          ...course,
          steps: stepsOf(course, null),
          sheets: { glossary: true, groupSheet: false },
        }}
      />
    </WordsProvider>,
  );
  expect(html).toContain("Người bán hàng ở chợ.");
  expect(html).toContain("tôi làm được…");
  expect(html).toContain(course.outcomes[0]);
  expect(html).toContain(`/hoc/${course.id}/tu-kho`);
  expect(html).not.toContain("day-nhom");
});

test("hard words of a course are a page of their own, and none where it has none", () => {
  const course = { ...courseWith(), glossary: GLOSSARY };
  const { sheet } = sheetOf([course], course.id, "glossary");
  const html = renderToStaticMarkup(
    <WordsProvider value={vi}>
      <CourseSheet course={course} sheet={sheet} />
    </WordsProvider>,
  );
  expect(html).toContain("mã OTP");
  expect(html).toContain("Ctrl + P");
});
