import { expect, test } from "vitest";

import { product } from "#tests/setup/journey-product.ts";

import { type Asked, ask, get } from "./http.ts";
import { beginnerOf, databaseIn, enter } from "./sample-people.ts";

const databaseUrl = databaseIn(product.dataFolder);
const FIELDS = [
  ["title", "Ủ phân bằng rơm"],
  ["indicators", "1"],
  ["happenedOn", "20/11/2026"],
] as const;

/** The form of evidence with a file of no bytes: chosen, or none chosen as a browser says it. */
function formWith(cookie: string, fileName: string): Asked {
  const texts = FIELDS.map(
    ([name, value]) => `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = `--x\r\nContent-Disposition: form-data; name="photo"; filename="${fileName}"\r\nContent-Type: image/jpeg\r\n\r\n\r\n--x--\r\n`;
  const plain = get("/so-hoc-tap/minh-chung/moi", cookie);
  return {
    ...plain,
    method: "POST",
    headers: { ...plain.headers, "content-type": "multipart/form-data; boundary=x" },
    body: Buffer.from(texts.join("") + file),
  };
}

test("a photograph of no bytes is told to be empty, and evidence without one is taken", async () => {
  const cookie = await enter(databaseUrl, await beginnerOf(databaseUrl));
  const empty = await ask(product.origin, formWith(cookie, "IMG_0001.jpg"));
  if (typeof empty === "string") throw new Error(empty);
  expect(empty.status).toBe(422);
  expect(empty.body.toString()).toContain("Tệp ảnh này rỗng");

  expect(await ask(product.origin, formWith(cookie, ""))).toMatchObject({ status: 303 });
});
