import { expect, test } from "vitest";

import { readSettings, wayBack } from "#app/pages/account/settings/settings-form.server.ts";

function sent(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

const from = (referer: string) =>
  new Request("https://nephoc.example/cach-xem", { headers: { referer } });

test("a button changes one thing and leaves the others", () => {
  expect(readSettings(sent({ "ngon-ngu": "en", tiep: "/hoc" }))).toEqual({ locale: "en" });
  expect(readSettings(sent({ "it-du-lieu": "khong" }))).toEqual({ dataSaver: false });
  expect(readSettings(sent({ "de-xem": "co" }))).toEqual({ easyView: true });
});

test("what no button of ours sends changes nothing", () => {
  for (const fields of [{}, { "ngon-ngu": "xx" }, { "de-xem": "1" }, { "ngon-ngu": "" }]) {
    expect(readSettings(sent(fields))).toBeNull();
  }
  const form = new FormData();
  form.append("ngon-ngu", new Blob(["en"]), "en.txt");
  expect(readSettings(form)).toBeNull();
});

test("she comes back to where the button stood, and never to a page of somebody else", () => {
  expect(wayBack(sent({ tiep: "/tai-khoan#cach-xem" }), from(""))).toBe("/tai-khoan#cach-xem");
  expect(wayBack(sent({}), from("https://nephoc.example/hoc?tim=lon"))).toBe("/hoc?tim=lon");
  expect(wayBack(sent({}), from("https://evil.example//evil.example/"))).toBe("/");
  expect(wayBack(sent({ tiep: "https://evil.example/" }), from(""))).toBe("/");
  expect(wayBack(sent({ tiep: "//evil.example/" }), from(""))).toBe("/");
  expect(wayBack(sent({}), from("no address"))).toBe("/");
});
