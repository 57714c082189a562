import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { ErrorSummary } from "#app/kit/notice.tsx";
import { vi } from "#app/locales/index.ts";
import { OpenClass } from "#app/pages/classes/list/class-form.tsx";
import { openingForm } from "#app/pages/classes/list/form.ts";
import { issueForm } from "#app/pages/office/decision/form.ts";
import { IssueDecision } from "#app/pages/office/decision/issue-decision.tsx";
import { preparationForm } from "#app/pages/office/decisions/form.ts";
import { PreparationForm } from "#app/pages/office/decisions/preparation-form.tsx";
import { registrationForm } from "#app/pages/office/person-new/form.ts";
import { PersonForm } from "#app/pages/office/person-new/people-form.tsx";
import { revocationForm } from "#app/pages/office/register/form.ts";
import { RevokeForm } from "#app/pages/office/register/revocation.tsx";
import { villageForm } from "#app/pages/office/villages/form.ts";
import { AddVillage } from "#app/pages/office/villages/village-register.tsx";
import { evidenceForm } from "#app/pages/portfolio/evidence-new/form.ts";
import { EvidenceForm } from "#app/pages/portfolio/evidence-new/evidence-form.tsx";

const EMPTY = new FormData();
const ID = "7b2c7c0e-6f0b-4d6e-9d0e-1f4a35d1a001";
const { people, desk, portfolio, group } = vi;

const person = registrationForm.view(registrationForm.read(EMPTY), people.form.faults);
const village = villageForm.view(villageForm.read(EMPTY), people.villages.faults);
const opening = openingForm.view(openingForm.read(EMPTY), group.open.faults);
const preparing = preparationForm.view(
  preparationForm.read(EMPTY, { communeId: ID }),
  desk.decisions.refusals,
);
const revoking = revocationForm.view(
  revocationForm.read(EMPTY, { communeId: ID, registerEntryId: ID }),
  desk.register.refusals,
);
const issuing = issueForm.view(issueForm.read(EMPTY, { communeId: ID, decisionId: ID }), {
  ...desk.decisions.refusals,
  "day-outside": "",
  "already-issued": "",
});
const telling = evidenceForm.view(evidenceForm.read(EMPTY, { id: ID }), {
  ...portfolio.form.refusals,
  "too-many": "",
});

const summary = (errors: Parameters<typeof ErrorSummary>[0]["errors"]) => (
  <ErrorSummary title="" errors={errors} />
);

const SCREENS = {
  person: (
    <PersonForm personId={ID} villages={[]} groups={[]} view={person} namesakes={undefined} />
  ),
  village: (
    <>
      {summary(village.errors)}
      <AddVillage villageId={ID} fields={village.fields} />
    </>
  ),
  opening: <OpenClass places={[]} courses={[]} meetingId={ID} view={opening} />,
  preparing: <PreparationForm waiting={1} view={preparing} />,
  revoking: (
    <>
      {summary(revoking.errors)}
      <RevokeForm holder="" reasons={[]} view={revoking} />
    </>
  ),
  issuing: (
    <>
      {summary(issuing.errors)}
      <IssueDecision id={ID} state="draft" names={1} fields={issuing.fields} />
    </>
  ),
  evidence: (
    <>
      {summary(telling.errors)}
      <EvidenceForm id={ID} fields={telling.fields} indicators={[{ code: "1", plain: "" }]} />
    </>
  ),
};

test.each(Object.entries(SCREENS))(
  "every mistake of the form of %s leads from the summary to its field, which says it too",
  (_, screen) => {
    const markup = renderToStaticMarkup(screen);
    const links = [...markup.matchAll(/href="#(?<id>[^"]+)"/gu)].map(
      ({ groups }) => groups?.["id"] ?? "",
    );
    expect(links.length).toBeGreaterThan(1);
    for (const id of links) {
      expect(markup.split(` id="${id}"`)).toHaveLength(2);
      expect(markup).toContain(`id="${id}-error"`);
    }
  },
);
