import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { Inlines } from "#app/kit/inlines.tsx";

function htmlOf(text: string): string {
  return renderToStaticMarkup(<Inlines inlines={[{ type: "text", text }]} />);
}

test("Chinese words in a Vietnamese sentence are marked as Chinese", () => {
  expect(htmlOf("Khách nói 你好，多少钱？ là hỏi giá. 谢谢 là cảm ơn.")).toBe(
    'Khách nói <span lang="zh">你好，多少钱？</span> là hỏi giá. <span lang="zh">谢谢</span> là cảm ơn.',
  );
});

test("words without Chinese stay as they are", () => {
  expect(htmlOf("Nǐ hǎo! nghĩa là xin chào.")).toBe("Nǐ hǎo! nghĩa là xin chào.");
});
