import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";

import { openBrowser } from "#tests/setup/browser.ts";
import { au, block, cmi5Xml, zipOf } from "#tests/setup/course-package.ts";
import { product } from "#tests/setup/journey-product.ts";

import { uploadPackage } from "./package-upload.ts";
import { clearOfBar, expectAccessible, expectNoSideways, press, visit } from "./visitor.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** A unit as small as one can be: begins by itself, has a button to finish and one to leave. */
const UNIT = `<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Bài cam</title>
<h1>Bài cam</h1><p id="trang">…</p>
<button id="xong">Học xong</button> <button id="thoat">Thoát</button>
<script>
const asked = new URL(location.href).searchParams;
const endpoint = asked.get("endpoint"), activityId = asked.get("activityId");
const agent = asked.get("actor"), registration = asked.get("registration");
const CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/";
let auth, data;
const call = async (path, params, method = "GET", body) => {
  const answer = await fetch(endpoint + path + "?" + new URLSearchParams(params), {
    method, body, headers: { authorization: auth, "x-experience-api-version": "1.0.3", "content-type": "application/json" },
  });
  if (!answer.ok && answer.status !== 404) throw new Error(answer.status + " " + await answer.text());
  return answer.status === 200 ? answer.json() : null;
};
const say = (verb, result) => {
  const id = crypto.randomUUID();
  const context = structuredClone(data.contextTemplate);
  context.registration = registration;
  context.contextActivities.category = [{ id: CATEGORY + "cmi5" }];
  if (result && "completion" in result) context.contextActivities.category.push({ id: CATEGORY + "moveon" });
  return call("statements", { statementId: id }, "PUT", JSON.stringify({
    id, timestamp: new Date().toISOString(), actor: JSON.parse(agent),
    verb: { id: "http://adlnet.gov/expapi/verbs/" + verb }, object: { id: activityId }, context, ...(result ? { result } : {}),
  }));
};
const state = (method, body) => call("activities/state", { activityId, agent, registration, stateId: "trang" }, method, body);
const show = (text) => { document.getElementById("trang").textContent = text; };
(async () => {
  const given = await (await fetch(asked.get("fetch"), { method: "POST" })).json();
  auth = "Basic " + given["auth-token"];
  data = await call("activities/state", { activityId, agent, registration, stateId: "LMS.LaunchData" });
  await call("agents/profile", { agent, profileId: "cmi5LearnerPreferences" });
  await say("initialized");
  const before = await state("GET");
  await state("PUT", JSON.stringify({ times: (before?.times ?? 0) + 1 }));
  show(data.launchMode + " " + ((before?.times ?? 0) + 1));
})().catch((error) => show("Lỗi: " + error.message));
document.getElementById("xong").onclick = () =>
  say("completed", { completion: true, duration: "PT1M" }).then(() => show("đã ghi"), (error) => show("Lỗi: " + error.message));
document.getElementById("thoat").onclick = async () => {
  await say("terminated", { duration: "PT1M" });
  location.href = data.returnURL;
};
</script></html>`;

test("a course made elsewhere is uploaded, learned, and stands in the learner's record", async () => {
  const { origin } = product;
  // Not one of the learners whose hours another journey counts.
  const who = product.attestor;

  const officer = await visit(browser, origin, product.officer, true);
  await officer.page.goto(`${origin}/tinh`);
  await press(officer.page, officer.page.getByRole("link", { name: "Gói học" }));
  await uploadPackage(officer.page, await zipOf({ "index.html": UNIT }), "hong.zip");
  expect(await officer.page.locator("#loi").innerText()).toContain("không có cmi5.xml");
  expect(await officer.page.getByLabel("Thời lượng danh nghĩa").inputValue()).toBe("40");
  await expectAccessible(officer.page);

  const xml = cmi5Xml(
    [block("mot", au("a", { more: 'moveOn="Completed"' })), au("b", { more: 'moveOn="Passed"' })],
    { title: "Trồng cam sạch ở vùng cao", course: "cam-vung-cao" },
  );
  const bytes = await zipOf({ "cmi5.xml": xml, "index.html": UNIT });
  await uploadPackage(officer.page, bytes, "cam.zip");
  expect(await officer.page.getByRole("status").first().innerText()).toContain("Đã nhận gói học");
  await press(officer.page, officer.page.getByRole("link", { name: "Trồng cam sạch ở vùng cao" }));
  await expectAccessible(officer.page);
  const packagePage = officer.page.url();

  const learner = await visit(browser, origin, who, true);
  const { page } = learner;
  await page.goto(`${origin}/hoc?tim=trong+cam`);
  await press(page, page.getByRole("link", { name: "Trồng cam sạch ở vùng cao" }));
  await expectNoSideways(page);
  await expectAccessible(page);
  await press(page, page.getByRole("button", { name: /Học bài này.*Bài a/u }));
  await page.getByText("Normal 1").waitFor();
  expect(new URL(page.url()).origin).not.toBe(origin);

  // Loaded again, it is launched again and finds what it kept.
  const before = page.url();
  await page.reload();
  await page.getByText("Normal 2").waitFor();
  expect(page.url()).not.toBe(before);

  // Whatever it does, it reads no page of the product.
  const stolen = await page.evaluate(
    (url) =>
      fetch(url, { credentials: "include" }).then(
        () => "read",
        () => "refused",
      ),
    `${origin}/tai-khoan`,
  );
  expect(stolen).toBe("refused");

  await page.locator("#xong").click();
  await page.getByText("đã ghi").waitFor();
  await press(page, page.locator("#thoat"));
  await page.waitForURL(/\/hoc\/goi\/[0-9a-f-]+$/u);
  expect(await page.locator("section.card", { hasText: "Bài a" }).last().innerText()).toContain(
    "Xong",
  );
  // The way back leads to the course, not into a unit that is over.
  await page.goBack();
  await page.waitForURL(/\/hoc\/goi\/[0-9a-f-]+$/u);

  await officer.page.goto(packagePage);
  await officer.page.getByLabel("Mã thẻ người học").fill(who.card);
  await officer.page.getByLabel("Bài được miễn").selectOption({ label: "Bài b" });
  await officer.page.getByLabel("Lý do").selectOption("Tested Out");
  await press(officer.page, officer.page.getByRole("button", { name: "Ghi miễn bài" }));
  expect(await officer.page.getByRole("status").first().innerText()).toContain("Đã ghi miễn bài");

  await page.reload();
  expect(await page.locator("main").innerText()).toContain("Được miễn");
  expect(await page.locator("main").innerText()).toContain("Mình đã học xong khóa này");
  await page.goto(`${origin}/so-hoc-tap`);
  await page.locator("summary").first().click();
  expect(await page.locator("main").innerText()).toContain("Trồng cam sạch ở vùng cao");
  await learner.close();
  await officer.close();
});

test("files of a package come from their own origin, for a year, without a cookie, and no others", async () => {
  const contentOrigin = product.contentOrigin;
  const { origin } = product;
  const officer = await visit(browser, origin, product.officer, false);
  await officer.page.goto(`${origin}/tinh/goi-hoc`);
  const film = "0123456789".repeat(30);
  await uploadPackage(
    officer.page,
    await zipOf({
      "cmi5.xml": cmi5Xml([au("a")], { course: "phim", title: "Khóa có phim" }),
      "index.html": UNIT,
      "phim/bài 1.mp4": film,
    }),
    "phim.zip",
  );
  await press(officer.page, officer.page.getByRole("link", { name: "Khóa có phim" }));
  const hash = await versionOf(officer.page, origin);
  await officer.close();

  const page = await fetch(`${contentOrigin}/goi/${hash}/index.html`);
  const worker = await fetch(`${contentOrigin}/goi/${hash}/index.html`, {
    headers: { "service-worker": "script" },
  });
  expect(worker.status).toBe(403);
  expect(page.status).toBe(200);
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(page.headers.get("set-cookie")).toBeNull();
  expect(page.headers.get("x-content-type-options")).toBe("nosniff");
  expect(page.headers.get("content-security-policy")).toContain(`frame-ancestors 'self' ${origin}`);
  const part = await fetch(`${contentOrigin}/goi/${hash}/phim/${encodeURIComponent("bài 1.mp4")}`, {
    headers: { range: "bytes=10-14" },
  });
  expect(part.status).toBe(206);
  expect(part.headers.get("content-type")).toBe("video/mp4");
  expect(await part.text()).toBe("01234");

  for (const path of [
    `/goi/${hash}/khong-co.html`,
    `/goi/${hash}/`,
    `/goi/${hash}/..%2f..%2fsecret`,
    `/goi/${hash}/%ff`,
    `/goi/${hash}/%00`,
    "/goi/khac/index.html",
    "/",
    "/hoc",
  ]) {
    expect((await fetch(contentOrigin + path)).status).toBe(404);
  }
  const code = `${contentOrigin}/xapi-fetch/khong-co`;
  expect((await fetch(code)).status).toBe(405);
  const answer = await fetch(code, { method: "POST", body: "x" });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ "error-code": "2" });
});

/** The hash of the version that is offered, as a launch of it shows. */
async function versionOf(page: Page, origin: string): Promise<string> {
  const id = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  await page.goto(`${origin}/hoc/goi/${id}`);
  const opens = page.locator("main form button").first();
  await clearOfBar(opens);
  await opens.click();
  await page.waitForURL(/\/goi\/[0-9a-f]{64}\//u);
  return /\/goi\/([0-9a-f]{64})\//u.exec(page.url())?.[1] ?? "";
}
