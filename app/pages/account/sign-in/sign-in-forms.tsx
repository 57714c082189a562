import type { Picture } from "#app/domain/identity/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Button } from "#app/kit/button.tsx";
import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import { PinField, TextField } from "#app/kit/field.tsx";
import { LearnerPicture } from "#app/kit/learner-picture.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";
import { href } from "#app/routes.ts";

import type { cardSignInForm, faceSignInForm } from "./form.ts";

interface CardFormProps {
  /** Where to go on to; "" for home. */
  readonly next: string;
  readonly view: ReturnType<typeof cardSignInForm.view>;
}

/** Card code or phone number, and PIN. */
export function CardSignIn({ next, view }: CardFormProps) {
  const words = useWords().identity.signIn;
  return (
    <>
      <ErrorSummary title={words.errorTitle} errors={view.errors} />
      <p>{words.intro}</p>
      <form method="post" className="flow">
        <input type="hidden" name="tiep" value={next} />
        <TextField
          {...view.fields.login}
          label={words.login}
          hint={words.loginHint}
          autoComplete="username"
        />
        <PinField {...view.fields.pin} label={words.pin} />
        <Button icon="next">{words.button}</Button>
      </form>
      <p>{words.noCard}</p>
    </>
  );
}

export interface Face {
  readonly accountId: string;
  readonly name: string;
  readonly picture: Picture;
}

interface FaceFormProps {
  /** Where to go on to; "" for home. */
  readonly next: string;
  readonly faces: readonly Face[];
  readonly view: ReturnType<typeof faceSignInForm.view>;
}

/** Who learns on this phone: a picture and a name to tap, then the PIN. */
export function FaceSignIn({ next, faces, view }: FaceFormProps) {
  const { identity, phone } = useWords();
  const { face, pin } = view.fields;
  const only = faces.length === 1 ? faces[0]?.accountId : undefined;
  return (
    <>
      <ErrorSummary title={identity.signIn.errorTitle} errors={view.errors} />
      <p>{phone.faces.intro}</p>
      <form method="post" className="flow">
        <input type="hidden" name="tiep" value={next} />
        <ChoiceGroup
          {...face}
          defaultValue={face.defaultValue || only}
          type="radio"
          legend={phone.faces.legend}
          options={faces.map(({ accountId, name, picture }) => ({
            value: accountId,
            label: (
              <span className="title">
                <LearnerPicture picture={picture} />
                {name}
              </span>
            ),
          }))}
        />
        <PinField {...pin} label={identity.signIn.pin} />
        <Button icon="next">{identity.signIn.button}</Button>
      </form>
    </>
  );
}

/** From the faces to the card, from the card to the faces, and off this phone. */
export function OtherWays({ asOther, next }: { readonly asOther: boolean; readonly next: string }) {
  const words = useWords().phone.faces;
  const query = `${asOther ? "" : "khac=1&"}tiep=${encodeURIComponent(next)}`;
  return (
    <>
      <p>
        <a href={`${href("account/sign-in")}?${query}`}>
          {asOther ? words.otherBack : words.other}
        </a>
      </p>
      <p>
        <a href={href("account/phone-learners")}>{words.remove}</a>
      </p>
    </>
  );
}
