import { expect, test } from "vitest";

import { seenCaseText } from "#app/domain/evaluation/index.ts";
import { openingForm } from "#app/pages/classes/list/form.ts";
import { reasonForm } from "#app/pages/office/case/form.ts";
import { certificateForm } from "#app/pages/office/certificates/form.ts";
import { issueForm } from "#app/pages/office/decision/form.ts";
import { preparationForm } from "#app/pages/office/decisions/form.ts";
import { attestorForm, pinResetForm, promoterForm } from "#app/pages/office/person/form.ts";
import { registrationForm } from "#app/pages/office/person-new/form.ts";
import { verifyForm } from "#app/pages/office/queue/form.ts";
import { revocationForm } from "#app/pages/office/register/form.ts";
import { attestationForm, endorsementForm } from "#app/pages/office/village-person/form.ts";
import { villageForm } from "#app/pages/office/villages/form.ts";
import { evidenceForm } from "#app/pages/portfolio/evidence-new/form.ts";
import { vi } from "#app/locales/index.ts";

const FORM = new FormData();
const IDS = {
  communeId: "7b2c7c0e-6f0b-4d6e-9d0e-1f4a35d1a001",
  registerEntryId: "7b2c7c0e-6f0b-4d6e-9d0e-1f4a35d1a001",
  decisionId: "7b2c7c0e-6f0b-4d6e-9d0e-1f4a35d1a001",
};
const SEEN = { communeId: IDS.communeId, assessmentId: IDS.decisionId, revision: "3" };

test("a form that is sent empty is told everything that is missing, field by field", () => {
  expect(registrationForm.read(FORM).faults).toEqual([
    "consent",
    "explainedBy",
    "explainedIn",
    "fullName",
    "villageId",
    "sex",
    "language",
    "citizenGroup",
  ]);
  expect(villageForm.read(FORM).faults).toEqual(["type-missing", "name-missing"]);
  expect(openingForm.read(FORM).faults).toEqual(["placeId", "lesson"]);
  expect(preparationForm.read(FORM, IDS).faults).toEqual(["name-short", "title-short"]);
  expect(revocationForm.read(FORM, IDS).faults).toEqual(["reason-missing", "words-short"]);
  expect(issueForm.read(FORM, IDS).faults).toEqual([
    "number-missing",
    "day-wrong",
    "confirm-missing",
  ]);
  expect(reasonForm.read(FORM, SEEN).faults).toEqual(["reason-short"]);
  expect(verifyForm.read(FORM, IDS).faults).toEqual(["nothing-chosen"]);
  expect(attestationForm.read(FORM, { indicator: "9" }).faults).toEqual(["level-missing"]);
  expect(endorsementForm.read(FORM, SEEN).faults).toEqual([]);
  expect(attestorForm.read(FORM).faults).toEqual(["place-unknown", "title"]);
  expect(promoterForm.read(FORM).faults).toEqual(["place-unknown", "title"]);
  expect(pinResetForm.read(FORM).faults).toEqual(["pin-changed"]);
  expect(certificateForm.read(FORM, { certificateId: IDS.decisionId }).faults).toEqual([
    "reason-short",
  ]);
  expect(evidenceForm.read(FORM, { id: IDS.decisionId }).faults).toEqual([
    "title-short",
    "day-wrong",
    "indicators-missing",
  ]);
});

/** The length at most of each field that has one. */
const limits = (fields: Readonly<Record<string, object>>) =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([field, props]) =>
      "maxLength" in props && props.maxLength !== undefined ? [[field, props.maxLength]] : [],
    ),
  );

test("fields end where the law of their form ends", () => {
  const { people, desk, portfolio, village, certificate } = vi;
  expect(limits(registrationForm.view(undefined, people.form.faults).fields)).toEqual({
    explainedBy: 100,
    guardianCard: 40,
    fullName: 100,
    birth: 40,
    phone: 40,
  });
  expect(limits(villageForm.view(undefined, people.villages.faults).fields)).toEqual({ name: 60 });
  expect(limits(preparationForm.view(undefined, desk.decisions.refusals).fields)).toEqual({
    signerName: 100,
    signerTitle: 150,
  });
  expect(limits(revocationForm.view(undefined, desk.register.refusals).fields)).toMatchObject({
    words: 500,
  });
  expect(limits(reasonForm.view(undefined, desk.caseFile.refusals).fields)).toEqual({
    reason: 500,
  });
  expect(limits(attestationForm.view(undefined, village.refusals).fields)).toEqual({
    level: 30,
    words: 500,
  });
  expect(limits(attestorForm.view(undefined, people.person.faults).fields)).toEqual({ title: 80 });
  expect(limits(promoterForm.view(undefined, people.person.faults).fields)).toEqual({ title: 80 });
  expect(limits(certificateForm.view(undefined, certificate.desk.refusals).fields)).toEqual({
    reason: 500,
  });
  const words = { ...portfolio.form.refusals, "too-many": portfolio.form.tooMany(60) };
  expect(limits(evidenceForm.view(undefined, words).fields)).toEqual({
    title: 120,
    description: 1000,
  });
});

test("a case that cannot be read is told so, not its reason", () => {
  const form = new FormData();
  form.append("ly-do", "Thiếu minh chứng");
  expect(reasonForm.read(form, { ...SEEN, revision: "none" }).faults).toEqual(["unreadable"]);
});

test("ticks of the queue name cases as they were seen; one that cannot be read spoils the press", () => {
  const tick = (text: string) => {
    const form = new FormData();
    form.append("ho-so", seenCaseText({ assessmentId: IDS.decisionId, revision: 3 }));
    form.append("ho-so", text);
    return verifyForm.read(form, IDS);
  };
  expect(tick(seenCaseText({ assessmentId: IDS.communeId, revision: "0" })).value?.items).toEqual([
    { assessmentId: IDS.decisionId, revision: 3 },
    { assessmentId: IDS.communeId, revision: 0 },
  ]);
  for (const text of ["", IDS.communeId, `${IDS.communeId}.-1`, `${IDS.communeId}.x`, "a.3"]) {
    expect(tick(text).faults).toEqual(["unreadable"]);
    expect(tick(text).typed.items).toContain(text);
  }
});
