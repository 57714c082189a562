import { expect, test } from "vitest";

import { changePinForm } from "#app/pages/account/overview/form.ts";
import { pictureForm } from "#app/pages/account/picture/form.ts";
import { planForm } from "#app/pages/learn/plan/form.ts";
import { scoreForm } from "#app/pages/portfolio/indicator/form.ts";
import { badgeForm } from "#app/pages/public/check-badge/form.ts";
import { codeForm } from "#app/pages/public/check/form.ts";
import { vi } from "#app/locales/index.ts";

const sent = (typed: Readonly<Record<string, string>>) => new URLSearchParams(typed);

test("a form that is sent empty is told everything that is missing, field by field", () => {
  const nothing = new FormData();
  expect(planForm.read(nothing).faults).toEqual(["weekly-lessons-wrong"]);
  expect(scoreForm.read(nothing, { revision: "0" }).faults).toEqual(["score-missing"]);
  expect(changePinForm.read(nothing).faults).toEqual([
    "pin-unreadable",
    "next-unreadable",
    "pins-differ",
  ]);
  expect(pictureForm.read(nothing).faults).toEqual(["picture-unknown"]);
  expect(codeForm.read(nothing).faults).toEqual(["unreadable"]);
  expect(badgeForm.read(nothing).faults).toEqual(["badge-missing"]);
});

test("a new PIN is six digits typed twice that nobody guesses first", () => {
  const faults = (next: string, again: string) =>
    changePinForm.read(sent({ current: "730 164", next, again })).faults;
  expect(faults("93017", "93017")).toEqual(["next-unreadable"]);
  expect(faults("930175", "930176")).toEqual(["pins-differ"]);
  expect(faults("123456", "123456")).toEqual(["pin-weak"]);
  expect(faults("930175", "93 01 75")).toEqual([]);
  const { value } = changePinForm.read(
    sent({ current: "730 164", next: "930175", again: "930175" }),
  );
  expect(value).toEqual({ current: "730164", next: "930175" });
});

test("a score of a form that cannot say what it was drawn from counts as changed meanwhile", () => {
  const read = (revision: string) => scoreForm.read(sent({ score: "8" }), { revision }).faults;
  expect(read("3")).toEqual([]);
  expect(read("x")).toEqual(["changed"]);
});

test("a code is read off paper, and a badge that a chat broke into lines is whole again", () => {
  expect(codeForm.read(sent({ ma: "7k3m 9qxt 2b4d 8fhr" })).value?.code).toBe("7K3M9QXT2B4D8FHR");
  const long = "a".repeat(20_000);
  const pasted = sent({ "noi-dung-huy-hieu": `eyJ\r\n${long}\n`, "ho-ten": " Lý  Thị Mỷ " });
  expect(badgeForm.read(pasted).value).toEqual({ text: `eyJ${long}`, name: "Lý Thị Mỷ" });
});

/** The length at most of each field that has one, and whether it is required. */
const laws = (fields: Readonly<Record<string, object>>) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, props]) =>
      "required" in props && "maxLength" in props
        ? [[field, [props.required, props.maxLength]]]
        : [],
    ),
  );

test("fields end where the law of their form ends", () => {
  const { assessment, certificate, finding, identity, recognition } = vi;
  expect(laws(planForm.view(undefined, finding.plan.faults).fields)).toMatchObject({
    reason: [false, 300],
    restFrom: [false, undefined],
  });
  const scoreWords = { ...assessment.score.refusals, changed: "" };
  expect(laws(scoreForm.view(undefined, scoreWords).fields)).toEqual({
    score: [true, undefined],
    words: [false, 500],
  });
  const pinWords = { ...identity.account.changePin.refusals, wait: "" };
  expect(laws(changePinForm.view(undefined, pinWords).fields)).toEqual({
    current: [true, 12],
    next: [true, 12],
    again: [true, 12],
  });
  expect(laws(codeForm.view(undefined, recognition.ask.faults).fields)).toEqual({
    code: [true, 60],
  });
  expect(laws(badgeForm.view(undefined, certificate.badge.faults).fields)).toMatchObject({
    name: [false, 120],
  });
});
