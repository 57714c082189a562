import { expect, test } from "vitest";

import { Subject } from "#app/domain/content/index.ts";
import { clientForm, limitsForm } from "#app/pages/office/clients/form.ts";
import { lettersForm } from "#app/pages/office/forward/form.ts";
import { forwardForm, UNTOUCHED } from "#app/pages/office/forward-new/form.ts";
import { waiveForm } from "#app/pages/office/package/form.ts";
import { packageForm } from "#app/pages/office/packages/form.ts";
import { viewNeeds } from "#app/pages/office/needs/form.ts";
import { daysForm } from "#app/pages/office/records/form.ts";
import { sheetForm } from "#app/pages/office/record-tables/form.ts";
import { vi } from "#app/locales/index.ts";

const FORM = new FormData();
const PLACE = { placeId: "7b2c7c0e-6f0b-4d6e-9d0e-1f4a35d1a001" };

test("an officer who sends a form empty is told everything that is missing, field by field", () => {
  expect(forwardForm.read(FORM).faults).toEqual([
    "name",
    "endpoint",
    "user",
    "secret",
    "version",
    "persons",
    "start",
  ]);
  expect(sheetForm.read(FORM).faults).toEqual(["from", "to", "kind"]);
  expect(clientForm.read(FORM, PLACE).faults).toEqual([
    "name-missing",
    "place-missing",
    "entry-missing",
    "scopes-missing",
    "limit-unreadable",
  ]);
  expect(limitsForm.read(FORM).faults).toEqual(["scopes-missing", "limit-unreadable"]);
  expect(packageForm.read(FORM, { hasFile: false }).faults).toEqual([
    "file-missing",
    "subject-missing",
    "minutes-invalid",
  ]);
  expect(lettersForm.read(FORM).faults).toEqual(["none-chosen"]);
  expect(daysForm.read(FORM).faults).toEqual([]);
  expect(waiveForm.read(FORM).faults).toEqual(["unknown-card", "unknown-unit", "reason-missing"]);
});

/** The length at most of each field that has one. */
const limits = (fields: Readonly<Record<string, object>>) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, props]) =>
      "maxLength" in props && props.maxLength !== undefined ? [[field, props.maxLength]] : [],
    ),
  );

test("fields of forwards and programs end where the law of their form ends", () => {
  const { exchange, recordClients } = vi;
  expect(limits(forwardForm.view(undefined, exchange.forwards.form.faults).fields)).toEqual({
    name: 100,
    endpoint: 500,
    user: 200,
    secret: 500,
  });
  expect(limits(clientForm.view(undefined, recordClients.fields.faults).fields)).toEqual({
    name: 80,
    commune: 60,
    "entry.clientId": 200,
    requestsPerMinute: 10,
  });
});

/** A form as it is posted. */
function posted(typed: Readonly<Record<string, string | readonly string[]>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(typed)) {
    for (const text of [value].flat()) form.append(name, text);
  }
  return form;
}

const FORWARD = {
  ten: "Kho của Sở",
  "dia-chi": "https://kho.tinh.example/xapi",
  "tai-khoan": "nep-hoc",
  "mat-khau": "bí mật",
  "phien-ban": UNTOUCHED.version,
  "ca-nhan": UNTOUCHED.persons,
  tu: UNTOUCHED["start.kind"],
  ngay: "",
  khoa: ["http://a.example/1"],
  "hoat-dong": "http://a.example/2\r\n\r\n http://a.example/1 \r\n",
  "dong-tu": [],
  "dong-tu-khac": "",
};

test("ids of a forward are those that were ticked and those that were typed, each once", () => {
  const { value } = forwardForm.read(posted(FORWARD));
  expect(value?.activities).toEqual(["http://a.example/1", "http://a.example/2"]);
  expect(value?.verbs).toEqual([]);
  expect(value?.persons).toBe("pseudonyms");
});

test("a forward's faults stand where its ids were typed, and its password is asked anew", () => {
  const wrong = {
    "hoat-dong": "http://a.example/2\nkhông phải mã",
    "dong-tu-khac": "học",
    tu: "day",
  };
  const { typed, faults } = forwardForm.read(posted({ ...FORWARD, ...wrong }));
  expect(faults).toEqual(["activities", "other-verbs", "day"]);
  expect(typed.activities).toBe(wrong["hoat-dong"]);
  expect(typed.secret).toBe("");
});

test("a table that ends before it begins is told so at its end", () => {
  const days = { tu: "02/11/2026", den: "01/11/2026", dang: "csv" };
  const { typed, faults } = sheetForm.read(posted(days));
  const { fields } = sheetForm.view({ typed, faults }, vi.exchange.sheet.faults);
  expect(faults).toEqual(["order"]);
  expect(fields.to.error).toBe(vi.exchange.sheet.faults.order);
  expect(fields.from.error).toBeUndefined();
});

const client = (entry: string, clientId: string) =>
  clientForm.read(
    posted({
      ten: "Trường",
      "pham-vi": "province",
      cach: entry,
      "ma-phan-mem": clientId,
      quyen: ["statements/write", "statements/write"],
      "moi-phut": "6.000",
    }),
    PLACE,
  );

test("a program with tokens of its own has a name in them; one with a secret of ours needs none", () => {
  expect(client("secret", "").value).toMatchObject({
    entry: { kind: "secret" },
    scopes: ["statements/write"],
    requestsPerMinute: 6000,
  });
  expect(client("token", " lms-1 ").value?.entry).toEqual({ kind: "token", clientId: "lms-1" });
  for (const wrong of ["", "a b", "a:b", "học", "a".repeat(201)]) {
    expect(client("token", wrong).faults).toEqual(["client-id-unreadable"]);
  }
});

test("a package takes from one minute to 6,000", () => {
  const [nhom = ""] = Subject.options;
  const sent = (phut: string) => packageForm.read(posted({ nhom, phut }), { hasFile: true });
  expect(sent(" 45 ").value?.minutes).toBe(45);
  expect(sent("6000").value?.minutes).toBe(6000);
  for (const wrong of ["0", "6001", "-5", "4.5", "1e3", "bốn"]) {
    expect(sent(wrong).faults).toEqual(["minutes-invalid"]);
  }
});

const days = (tu: string, den: string) => daysForm.read(posted({ tu, den }));

test("statements are looked for from a day, until a day, or between two in their order", () => {
  expect(days("05/09/2026", " ").value).toEqual({ from: "2026-09-05", to: null });
  expect(days("", "5/9/2026").value).toEqual({ from: null, to: "2026-09-05" });
  expect(days("05/09/2026", "05/09/2026").faults).toEqual([]);
  expect(days("06/09/2026", "05/09/2026").faults).toEqual(["order"]);
  expect(days("31/02/2026", "01/01/1969").faults).toEqual(["from", "to"]);
});

const village = (villageId: string) => ({ villageId, villageName: "Thôn A", needs: ["nước"] });

test("too many needs are told at the village that they were ticked for, and stay ticked there", () => {
  const words = vi.finding.villageNeeds;
  const refused = {
    villageId: "a",
    typed: { needs: ["chè", "lúa"] },
    faults: ["too-many"] as const,
  };
  const [mine, other] = ["a", "b"].map((id) => viewNeeds(village(id), refused, words));
  expect(mine?.errors).toEqual([{ name: "can-a", message: words.tooMany("Thôn A", 3) }]);
  expect(mine?.fields.needs.defaultValues).toEqual(["chè", "lúa"]);
  expect(other?.errors).toEqual([]);
  expect(other?.fields.needs).toMatchObject({ id: "can-b", defaultValues: ["nước"] });
});
