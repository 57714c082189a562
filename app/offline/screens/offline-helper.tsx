import { Helper } from "#app/domain/identity/index.ts";
import { vi } from "#app/locales/index.ts";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { HelperChoice } from "#app/pages/learn/who-helps/helper-choice.tsx";

import { type Asked, goTo, ownPath, typed } from "../asked.ts";
import type { ContactDeps } from "../contact.ts";
import { pageOf } from "./document.tsx";
import { keepAct } from "../keep-act.ts";
import { currentLearner } from "../learner.ts";

/** Who reads and taps for her, as the form says it; undefined: it says nothing that is known. */
function helperIn(form: FormData): Helper | null | undefined {
  const text = typed(form, "helper");
  return text === "" && form.has("helper") ? null : Helper.safeParse(text).data;
}

/** What she chose goes with each act that she does on this phone, with signal or without. */
export async function noteHelper(deps: ContactDeps, form: FormData): Promise<void> {
  const helper = helperIn(form);
  const learner = await currentLearner(deps.port);
  if (learner === null || helper === undefined) return;
  const { accountId } = learner.profile;
  await keepAct(deps, { accountId, key: learner.key }, (own) => ({
    own: { ...own, helper },
    act: null,
    value: null,
  }));
}

/** Choosing who helps without signal. */
export async function answerHelper(asked: Asked): Promise<Response | null> {
  const { deps, url, form, learner, waiting } = asked;
  if (learner === null) return null;
  const back = ownPath(form === null ? (url.searchParams.get("tiep") ?? "") : typed(form, "tiep"));
  if (form !== null) {
    await noteHelper(deps, form);
    return goTo(back);
  }
  const words = vi.quiz.helper;
  return pageOf({
    title: words.heading,
    learner,
    waiting,
    children: (
      <LearnerPage heading={words.heading} back={{ href: back, label: words.back }} current="learn">
        <HelperChoice helper={learner.own.helper} back={back} />
      </LearnerPage>
    ),
  });
}
