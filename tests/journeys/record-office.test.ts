import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openBrowser } from "#tests/setup/browser.ts";
import { product } from "#tests/setup/journey-product.ts";

import { communeOf, databaseIn, query, samplePeople } from "./sample-people.ts";
import { expectAccessible, expectNoSideways, press, visit } from "./visitor.ts";

const { origin } = product;
const databaseUrl = databaseIn(product.dataFolder);

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const main = (page: Page) => page.locator("main").innerText();

for (const scripts of [false, true]) {
  const how = scripts ? "with scripts on" : "with scripts off";
  const look = async (page: Page) => {
    await expectNoSideways(page);
    // axe is a script itself.
    if (scripts) await expectAccessible(page);
  };

  test(`the provincial officer lets a program in, sees what it sent, and shuts it out, ${how}`, async () => {
    const name = `Trường thử ${scripts ? "có" : "không"} mã`;
    const { page, close } = await visit(browser, origin, product.officer, scripts);
    await page.goto(`${origin}/tinh`);
    await press(page, page.getByRole("link", { name: "Kho bản ghi" }));
    await look(page);
    await press(page, page.getByRole("link", { name: "Cấp khóa mới" }));
    await look(page);

    // A wrong form keeps what was typed and says what to mend.
    await page.getByLabel("Tên phần mềm").fill(name);
    await page.locator('[name="pham-vi"][value="commune"]').check();
    await page.getByLabel("Tên xã, phường").fill("không có xã này");
    await page.getByLabel("Dùng đến hết ngày").fill("31/02/2027");
    await press(page, page.getByRole("button", { name: "Cấp khóa" }));
    await look(page);
    expect(await main(page)).toContain("Trong tỉnh không có xã, phường nào tên như vậy.");
    expect(await main(page)).toContain("Ngày hết hạn chưa đúng");
    expect(await page.getByLabel("Tên phần mềm").inputValue()).toBe(name);

    await page.getByLabel("Tên xã, phường").fill("bac ha");
    await page.getByLabel("Dùng đến hết ngày").fill("31/12/2027");
    await press(page, page.getByRole("button", { name: "Cấp khóa" }));
    await look(page);
    expect(await main(page)).toContain("Mật khẩu chỉ hiện một lần này");
    const [key = "", secret = ""] = (await page.locator("main dd code").allInnerTexts()).slice(1);

    const sent = await send({ key, secret });
    expect(sent.status).toBe(200);
    await press(page, page.getByRole("link", { name: "Xem phần mềm này" }));
    await look(page);
    // The product pretends a day on which nothing of this came in yet; the database's clock does not.
    expect(await main(page)).toContain("Số bản ghi gửi mỗi ngày");
    expect(await main(page)).toContain("Cô Lan hoàn thành “Bài ngoài”: đạt, 9/10 điểm");
    expect(await page.content()).not.toContain(secret);

    await page.locator('[name="quyen"][value="state"]').uncheck();
    await page.getByLabel("Số lượt gọi nhiều nhất").fill("0");
    await press(page, page.getByRole("button", { name: "Lưu" }));
    await look(page);
    expect(await main(page)).toContain("Số lượt gọi phải từ 1 đến 60.000.");
    await page.getByLabel("Số lượt gọi nhiều nhất").fill("120");
    await press(page, page.getByRole("button", { name: "Lưu" }));
    expect(await main(page)).toContain("Đã lưu.");
    await look(page);

    await press(page, page.getByRole("link", { name: "Thu hồi khóa này" }));
    await look(page);
    await press(page, page.getByRole("button", { name: "Thu hồi khóa" }));
    await look(page);
    expect(await main(page)).toContain("Đã thu hồi");
    await page.goto(`${origin}/tinh/kho-ghi`);
    await look(page);
    expect(await main(page)).toContain(name);
    // Whom the store admitted it remembers for two seconds.
    await page.waitForTimeout(2500);
    expect((await send({ key, secret })).status).toBe(401);
    await close();
  });

  test(`an official finds what a resident did by her name, opens it, and sees that it was logged, ${how}`, async () => {
    const { fullName, card } = await learnerOfOfficial();
    const { page, close } = await visit(browser, origin, product.official, scripts);
    await page.goto(`${origin}/ban-xet`);
    await press(page, page.getByRole("link", { name: "Bản ghi học tập" }));
    await look(page);
    await page.getByText("Thêm điều kiện lọc").click();
    await page.getByLabel("Đến hết ngày").fill("hôm qua");
    await press(page, page.getByRole("button", { name: "Xem" }));
    await look(page);
    expect(await main(page)).toContain("Ngày kết thúc chưa đúng.");

    await page.getByLabel("Đến hết ngày").fill("");
    await page.getByLabel("Người học").fill(card);
    await page.getByLabel("Việc đã làm").selectOption("hoàn thành");
    await press(page, page.getByRole("button", { name: "Xem" }));
    await look(page);
    expect(await main(page)).toContain(fullName);
    await press(page, page.locator("main tbody a", { hasText: fullName }).first());
    await look(page);
    expect(await main(page)).toContain("hoàn thành");
    expect(await page.locator("pre").textContent()).toContain('"verb": {');

    await page.goto(`${origin}/ban-xet/ban-ghi/nhat-ky`);
    await look(page);
    expect(await main(page)).toContain("lọc theo: một người học, việc “hoàn thành”");

    // A name of several people asks which one.
    await page.goto(`${origin}/ban-xet/ban-ghi?nguoi=thi`);
    await look(page);
    expect(await main(page)).toContain("Chọn đúng người");
    await close();
  });
}

/** A statement as a program sends it. */
function send({ key, secret }: { readonly key: string; readonly secret: string }) {
  return fetch(`${origin}/xapi/statements`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${key}:${secret}`).toString("base64")}`,
      "content-type": "application/json",
      "x-experience-api-version": "2.0.0",
    },
    body: JSON.stringify({
      actor: { mbox: "mailto:lan@example.org", name: "Cô Lan" },
      verb: { id: "http://adlnet.gov/expapi/verbs/completed" },
      object: {
        id: "https://truong.example/bai-ngoai",
        definition: { name: { vi: "Bài ngoài" } },
      },
      result: { success: true, score: { raw: 9, max: 10 } },
    }),
  });
}

/** Somebody of the official's own commune who completed something. */
async function learnerOfOfficial() {
  const people = await samplePeople(databaseUrl);
  const home = communeOf(people, product.official);
  const [row] = await query(
    databaseUrl,
    `SELECT p.full_name, a.card_code FROM course_progress c
     JOIN person p ON p.id = c.person_id JOIN account a ON a.person_id = p.id
     WHERE c.commune_id = '${home ?? ""}' AND c.lessons_done > 0 ORDER BY p.id LIMIT 1`,
  );
  return { fullName: String(row?.["full_name"]), card: String(row?.["card_code"]) };
}
