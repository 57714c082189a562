import { readPin, type SignInFault } from "#app/domain/identity/index.ts";
import { type Brought, readFile, readPasted } from "#app/domain/phones/index.ts";
import { vi } from "#app/locales/index.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { faceSignInForm } from "#app/pages/account/sign-in/form.ts";
import { FaceSignIn } from "#app/pages/account/sign-in/sign-in-forms.tsx";
import { TakeForm } from "#app/pages/account/sealed-work/take-form.tsx";
import { href } from "#app/routes.ts";

import { type Asked, goTo, ownPath, typed } from "../asked.ts";
import { pageOf } from "./document.tsx";
import { openByPin, type UnlockRefusal } from "../learner.ts";
import { carryAlong } from "./offline-here.tsx";

/** Signing in without signal: who learnt here before opens her own part by her PIN. */
export async function answerSignIn(asked: Asked): Promise<Response> {
  const { deps, form } = asked;
  if (form === null) return signInPage(asked, undefined);
  const { value, faults } = faceSignInForm.read(form);
  if (value === null) return signInPage(asked, { faults });
  const pin = readPin(value.pin);
  if (pin === null) return signInPage(asked, { faults: ["pin-unreadable"] });
  const accountId = value.face;
  const refused = await openByPin(deps.port, { accountId, pin, now: deps.now().getTime() });
  if (refused !== null) return signInPage(asked, refusedAs(refused));
  return goTo(ownPath(typed(form, "tiep")));
}

interface Refused {
  readonly faults: readonly SignInFault[];
  readonly minutes?: number;
}

function refusedAs(refusal: UnlockRefusal): Refused {
  switch (refusal.code) {
    case "wait":
      return { faults: ["wait"], minutes: refusal.minutes };
    case "wrong":
      return { faults: ["wrong"] };
    case "unknown":
      return { faults: ["login-unreadable"] };
  }
}

async function signInPage(asked: Asked, refused: Refused | undefined): Promise<Response> {
  const { deps, url, form, waiting } = asked;
  const profiles = await deps.port.readProfiles();
  const faces = profiles.filter(({ own, pin }) => own !== null && pin !== null);
  const others = profiles.filter((profile) => !faces.includes(profile)).map(({ name }) => name);
  const { heading } = vi.identity.signIn;
  const words = vi.phone.faces;
  const view = faceSignInForm.view(
    { typed: { face: typed(form, "nguoi"), pin: "" }, faults: refused?.faults ?? [] },
    {
      ...words.refusals,
      "login-unreadable": words.needsSignal,
      wait: words.waitMinutes(refused?.minutes ?? 0),
    },
  );
  return pageOf({
    title: heading,
    learner: null,
    waiting,
    status: refused === undefined ? 200 : 422,
    children: (
      <LearnerPage heading={heading} foot={false}>
        {faces.length === 0 ? (
          <EmptyState icon="people" title={vi.offline.heading}>
            {vi.phone.faces.noneOffline}
          </EmptyState>
        ) : (
          <>
            <p className="hint">{vi.phone.faces.offlineHint}</p>
            <FaceSignIn
              next={url.searchParams.get("tiep") ?? typed(form, "tiep")}
              faces={faces}
              view={view}
            />
          </>
        )}
        {others.length === 0 ? null : (
          <p className="hint">{vi.phone.faces.needSignal(others.join(", "))}</p>
        )}
      </LearnerPage>
    ),
  });
}

async function broughtIn(form: FormData): Promise<Brought> {
  const file = form.get("tep");
  return file instanceof Blob && file.size > 0
    ? readFile(await file.text())
    : readPasted(typed(form, "ma"));
}

/** Takes what was brought from another phone while there is no signal here either. */
export async function answerTake(asked: Asked): Promise<Response> {
  const { deps, form, learner, waiting } = asked;
  const words = vi.phone.take;
  const codes = typed(form, "ma");
  const brought = form === null ? null : await broughtIn(form);
  const carried = brought?.ok === true ? await carryAlong(deps, brought.envelopes) : undefined;
  const refused = brought === null || brought.ok ? undefined : brought;
  return pageOf({
    title: words.heading,
    learner,
    waiting: waiting + (carried ?? 0),
    status: refused === undefined ? 200 : 422,
    children: (
      <LearnerPage
        heading={words.heading}
        back={{ href: href("account/on-this-phone"), label: vi.phone.codes.back }}
        current="account"
      >
        <TakeForm
          taken={carried === undefined ? undefined : { kind: "carried", count: carried }}
          refused={refused}
          codes={refused === undefined ? "" : codes}
        />
      </LearnerPage>
    ),
  });
}
