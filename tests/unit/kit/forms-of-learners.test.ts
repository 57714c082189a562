import { expect, test } from "vitest";

import { changePinForm } from "#app/pages/account/overview/form.ts";
import { pictureForm } from "#app/pages/account/picture/form.ts";
import { takeForm } from "#app/pages/account/sealed-work/form.ts";
import { cardSignInForm, faceSignInForm } from "#app/pages/account/sign-in/form.ts";
import { handsFormOf, viewHands } from "#app/pages/classes/lesson/form.ts";
import { cardForm } from "#app/pages/classes/roll-call/form.ts";
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
  expect(cardSignInForm.read(nothing).faults).toEqual(["login-unreadable", "pin-unreadable"]);
  expect(faceSignInForm.read(nothing).faults).toEqual(["login-unreadable", "pin-unreadable"]);
});

test("a new PIN is six digits typed twice that nobody guesses first", () => {
  const faults = (next: string, again: string) =>
    changePinForm.read(sent({ current: "730 164", next, again })).faults;
  expect(faults("93017", "93017")).toEqual(["next-unreadable"]);
  expect(faults("930175", "930176")).toEqual(["pins-differ"]);
  expect(faults("123456", "123456")).toEqual(["pin-weak"]);
  expect(faults("930175", "93 01 75")).toEqual([]);
  const { typed, value } = changePinForm.read(
    sent({ current: "730 164", next: "930175", again: "930175" }),
  );
  expect(value).toEqual({ current: "730164", next: "930175" });
  expect(typed).toEqual({ current: "", next: "", again: "" });
});

test("a score of a form that cannot say what it was drawn from counts as changed meanwhile", () => {
  const eight = sent({ score: "8" });
  expect(scoreForm.read(eight, { revision: "3" }).faults).toEqual([]);
  expect(scoreForm.read(eight, { revision: "x" }).faults).toEqual(["changed"]);
});

test("a code is read off paper, and a badge that a chat broke into lines is whole again", () => {
  expect(codeForm.read(sent({ ma: "7k3m 9qxt 2b4d 8fhr" })).value?.code).toBe("7K3M9QXT2B4D8FHR");
  const long = "a".repeat(20_000);
  const pasted = sent({ "noi-dung-huy-hieu": `eyJ\r\n${long}\n`, "ho-ten": " Lý  Thị Mỷ " });
  expect(badgeForm.read(pasted).value).toEqual({ text: `eyJ${long}`, name: "Lý Thị Mỷ" });
});

const LINES = [{ key: "0" }, { key: "1" }, { key: "right" }];
const counted = (typed: Readonly<Record<string, string>>, more = "", less = "") =>
  handsFormOf(LINES).read(sent(typed), { more, less });

test("hands are counted line by line, and one more or less is added where it was pressed", () => {
  expect(counted({ "tay.0": "12", "tay.1": " 3 ", "tay.right": "" }).value?.hands).toEqual({
    "0": 12,
    "1": 3,
    right: 0,
  });
  expect(counted({ "tay.0": "12" }, "0").value?.hands["0"]).toBe(13);
  expect(counted({ "tay.1": "0" }, "", "1").value?.hands["1"]).toBe(0);
});

test("a count that is none is told at its own line, and keeps what was typed", () => {
  const refused = counted({ "tay.0": "4", "tay.1": "mười", "tay.right": "201" });
  expect(refused.value).toBeNull();
  const { lines, errors } = viewHands(LINES, { refused, hands: { "0": 9 } }, "Not a count.");
  expect(errors).toEqual([{ name: "tay.1", message: "Not a count." }]);
  expect(lines.map(({ field }) => [field.name, field.defaultValue, field.error])).toEqual([
    ["tay.0", "4", undefined],
    ["tay.1", "mười", "Not a count."],
    ["tay.right", "201", undefined],
  ]);
  expect(counted({ "tay.right": "201" }).faults).toEqual(["hands.right"]);
  expect(counted({ "tay.right": "200" }, "right").faults).toEqual(["hands.right"]);
});

test("texts of many codes are read whole", () => {
  const codes = "NEPHOC1 ".repeat(20_000);
  expect(takeForm.read(sent({ ma: codes })).typed.codes).toBe(codes);
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
  const { assessment, certificate, finding, group, identity, phone, recognition } = vi;
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
  const { faces, take } = phone;
  expect(
    laws(cardSignInForm.view(undefined, { ...identity.signIn.refusals, wait: "" }).fields),
  ).toEqual({ login: [true, 60], pin: [true, 12] });
  expect(laws(faceSignInForm.view(undefined, { ...faces.refusals, wait: "" }).fields)).toEqual({
    face: [true, undefined],
    pin: [true, 12],
  });
  expect(laws(takeForm.view(undefined, { ...take.faults, missing: "" }).fields)).toMatchObject({
    file: [false, undefined],
  });
  expect(laws(cardForm.view(undefined, group.roll.faults).fields)).toEqual({ card: [false, 40] });
  const { lines } = viewHands(LINES, { refused: undefined, hands: null }, "");
  expect(lines.map(({ field }) => [field.defaultValue, field.maxLength])).toEqual(
    LINES.map(() => ["0", 4]),
  );
  expect(laws(codeForm.view(undefined, recognition.ask.faults).fields)).toEqual({
    code: [true, 60],
  });
  expect(laws(badgeForm.view(undefined, certificate.badge.faults).fields)).toMatchObject({
    name: [false, 120],
  });
});
