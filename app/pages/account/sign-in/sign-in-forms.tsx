import type { Picture } from "#app/domain/identity/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Button } from "#app/kit/button.tsx";
import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import { PinField, TextField } from "#app/kit/field.tsx";
import { LearnerPicture } from "#app/kit/learner-picture.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";
import { href } from "#app/routes.ts";

interface SignInFormProps {
  /** Where to go on to; "" for home. */
  readonly next: string;
  /** Why it was refused just now. */
  readonly refused: string | undefined;
}

interface CardFormProps extends SignInFormProps {
  /** What was typed before. */
  readonly login: string | undefined;
}

/** Card code or phone number, and PIN. */
export function CardSignIn({ next, refused, login }: CardFormProps) {
  const words = useWords().identity.signIn;
  return (
    <>
      <Refused field="login" refused={refused} />
      <p>{words.intro}</p>
      <form method="post" className="flow">
        <input type="hidden" name="tiep" value={next} />
        <TextField
          name="login"
          label={words.login}
          hint={words.loginHint}
          autoComplete="username"
          maxLength={60}
          defaultValue={login}
          required
        />
        <PinField name="pin" label={words.pin} maxLength={12} required />
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

interface FaceFormProps extends SignInFormProps {
  readonly faces: readonly Face[];
  /** Whose face is chosen already. */
  readonly chosen: string | undefined;
}

/** Who learns on this phone: a picture and a name to tap, then the PIN. */
export function FaceSignIn({ next, refused, faces, chosen }: FaceFormProps) {
  const { identity, phone } = useWords();
  return (
    <>
      <Refused field="pin" refused={refused} />
      <p>{phone.faces.intro}</p>
      <form method="post" className="flow">
        <input type="hidden" name="tiep" value={next} />
        <ChoiceGroup
          name="nguoi"
          type="radio"
          legend={phone.faces.legend}
          required
          defaultValues={[chosen ?? (faces.length === 1 ? (faces[0]?.accountId ?? "") : "")]}
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
        <PinField name="pin" label={identity.signIn.pin} maxLength={12} required />
        <Button icon="next">{identity.signIn.button}</Button>
      </form>
    </>
  );
}

function Refused({ field, refused }: { field: string; refused: string | undefined }) {
  const words = useWords().identity.signIn;
  return refused === undefined ? null : (
    <ErrorSummary title={words.errorTitle} errors={[{ name: field, message: refused }]} />
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
