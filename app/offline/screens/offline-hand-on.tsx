import { PIN_LENGTH, readPin } from "#app/domain/identity/index.ts";
import { vi } from "#app/locales/index.ts";
import { Actions, Button } from "#app/kit/button.tsx";
import { PinField } from "#app/kit/field.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { href } from "#app/routes.ts";

import { typed } from "../asked.ts";
import { type ContactDeps, takeProfile } from "../contact.ts";
import { pageOf } from "./document.tsx";
import { currentLearner, type Learner, lockByPin } from "../learner.ts";

/**
 * Before the phone is handed on: who never typed her PIN on it would not come in again without signal, so
 * she is asked for it once. Null: nothing is to be asked, and the phone is locked.
 */
export async function handOnPage(deps: ContactDeps, form: FormData): Promise<Response | null> {
  const learner = await currentLearner(deps.port);
  const hasCourse = (await deps.port.readCourses()).some(({ whole }) => whole !== null);
  if (learner === null || learner.profile.pin !== null || !hasCourse) return null;
  switch (typed(form, "khoa")) {
    case "khong":
      return null;
    case "pin": {
      const pin = readPin(typed(form, "pin"));
      if (pin === null) return askPage(learner, vi.phone.faces.refusals["pin-unreadable"]);
      // Only the server knows whether it is hers; where it cannot be asked, it is what she will type again.
      if (navigator.onLine && (await takeProfile(deps, pin))) return null;
      if (navigator.onLine) return askPage(learner, vi.phone.keep.pinWrong);
      await lockByPin(deps.port, learner, pin);
      return null;
    }
    default:
      return askPage(learner, undefined);
  }
}

function askPage(learner: Learner, refused: string | undefined): Promise<Response> {
  const words = vi.phone.switch;
  const { keep } = vi.phone;
  return pageOf({
    title: words.heading,
    learner,
    waiting: 0,
    status: refused === undefined ? 200 : 422,
    children: (
      <LearnerPage
        heading={words.heading}
        back={{ href: href("account/overview"), label: vi.phone.here.back }}
        current="account"
      >
        {refused === undefined ? null : (
          <ErrorSummary
            title={vi.identity.signIn.errorTitle}
            errors={[{ name: "pin", message: refused }]}
          />
        )}
        <p>{words.unlocked}</p>
        <form method="post" action={href("account/sign-out")} className="flow">
          <input type="hidden" name="doi" value="1" />
          <PinField name="pin" label={keep.pinLabel} maxLength={2 * PIN_LENGTH} />
          <Actions>
            <Button icon="check" name="khoa" value="pin">
              {words.lock}
            </Button>
            <Button icon="people" tone="plain" name="khoa" value="khong">
              {words.noLock}
            </Button>
          </Actions>
        </form>
      </LearnerPage>
    ),
  });
}
