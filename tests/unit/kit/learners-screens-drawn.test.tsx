import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { ErrorSummary } from "#app/kit/notice.tsx";
import { vi } from "#app/locales/index.ts";
import { ChangePinForm } from "#app/pages/account/overview/change-pin-form.tsx";
import { changePinForm } from "#app/pages/account/overview/form.ts";
import { TakeForm } from "#app/pages/account/sealed-work/take-form.tsx";
import { cardSignInForm, faceSignInForm } from "#app/pages/account/sign-in/form.ts";
import { CardSignIn, FaceSignIn } from "#app/pages/account/sign-in/sign-in-forms.tsx";
import { cardForm } from "#app/pages/classes/roll-call/form.ts";
import { CardReader, RollTold } from "#app/pages/classes/roll-call/roll-call.tsx";
import { planForm } from "#app/pages/learn/plan/form.ts";
import { PlanForm } from "#app/pages/learn/plan/plan-form.tsx";
import { scoreForm } from "#app/pages/portfolio/indicator/form.ts";
import { IndicatorScore } from "#app/pages/portfolio/indicator/indicator-score.tsx";
import { BadgeForm } from "#app/pages/public/check-badge/badge-form.tsx";
import { badgeForm } from "#app/pages/public/check-badge/form.ts";

const ID = "7b2c7c0e-6f0b-4d6e-9d0e-1f4a35d1a001";
const { assessment, certificate, finding, group, identity, phone } = vi;
const nothing = new FormData();
const sent = (typed: Readonly<Record<string, string>>) => new URLSearchParams(typed);

const plan = planForm.view(
  planForm.read(sent({ "nghi-tu": "31/02/2026", "nghi-den": "mai", "de-lam-gi": "a".repeat(301) })),
  finding.plan.faults,
);
const badge = badgeForm.view(badgeForm.read(nothing), certificate.badge.faults);
const card = cardForm.view(
  { typed: { card: "12" }, faults: ["card-unknown", "too-many"] },
  group.roll.faults,
);
const byCard = cardSignInForm.view(cardSignInForm.read(nothing), {
  ...identity.signIn.refusals,
  wait: "",
});
const byFace = faceSignInForm.view(faceSignInForm.read(nothing), {
  ...phone.faces.refusals,
  wait: "",
});
const pins = changePinForm.read(sent({ current: "1", next: "2", again: "" }));
const score = scoreForm.read(sent({ score: "", words: "a".repeat(501) }), { revision: "1" });
const standing = {
  hint: "",
  max: 10,
  social: false,
  suggestion: null,
  revision: 1,
  own: { score: 4, words: "" },
  place: 1,
  total: 11,
  saved: "",
};

/** With how many mistakes each is told. */
const SCREENS = {
  plan: [
    4,
    <>
      <ErrorSummary title="" errors={plan.errors} />
      <PlanForm id={ID} fields={plan.fields} courses={[]} />
    </>,
  ],
  score: [2, <IndicatorScore key="" {...standing} refused={score} />],
  "new PIN": [3, <ChangePinForm key="" refused={{ ...pins, minutes: 0 }} />],
  "sealed work": [1, <TakeForm key="" taken={undefined} refused={{ code: "empty" }} codes="" />],
  "sealed work in codes": [
    1,
    <TakeForm key="" taken={undefined} refused={{ code: "missing", missing: [2] }} codes="a" />,
  ],
  "sign-in by card": [2, <CardSignIn key="" next="" view={byCard} />],
  "sign-in by face": [
    2,
    <FaceSignIn
      key=""
      next=""
      view={byFace}
      faces={[{ accountId: ID, name: "Mỷ", picture: "fish" }]}
    />,
  ],
  badge: [
    1,
    <>
      <ErrorSummary title="" errors={badge.errors} />
      <BadgeForm fields={badge.fields} />
    </>,
  ],
  "roll call": [
    1,
    <>
      <RollTold errors={card.errors} done={null} lastScanned={null} />
      <CardReader field={card.fields.card} />
    </>,
  ],
} as const;

test.each(Object.entries(SCREENS))(
  "every mistake of the form of %s leads from the summary to its field, which says it too",
  (_, [mistakes, screen]) => {
    const markup = renderToStaticMarkup(screen);
    const links = [...markup.matchAll(/href="#(?<id>[^"]+)"/gu)].map(
      ({ groups }) => groups?.["id"] ?? "",
    );
    expect(links).toHaveLength(mistakes);
    for (const id of links) {
      expect(markup.split(` id="${id}"`)).toHaveLength(2);
      expect(markup).toContain(`id="${id}-error"`);
    }
  },
);

test("a score that was changed elsewhere is no mistake: what stands is chosen, what was meant is told", () => {
  const typed = { score: "9", words: "Tôi đã học thêm" };
  const markup = renderToStaticMarkup(
    <IndicatorScore {...standing} refused={{ typed, faults: ["changed"] }} />,
  );
  expect(markup).not.toContain('href="#');
  expect(markup).toMatch(/checked="" value="4"|value="4" checked=""/u);
  expect(markup).toContain(assessment.score.changed.title);
  expect(markup).toContain(typed.words);
});
