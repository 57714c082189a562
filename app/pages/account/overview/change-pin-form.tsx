import { useWords, type Words } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { PinField } from "#app/kit/field.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";
import { href } from "#app/routes.ts";

/** Why a PIN was not changed. */
type PinProblem =
  | { readonly code: "pin-unreadable" | "pins-differ" | "pin-weak" | "wrong" }
  | { readonly code: "wait"; readonly minutes: number };

interface ChangePinFormProps {
  readonly refused:
    | {
        readonly refusal: PinProblem;
        /** Whether the PIN in use was six digits at all. */
        readonly currentReadable: boolean;
      }
    | undefined;
}

/** The PIN in use and the new one twice; what was typed is never sent back. */
export function ChangePinForm({ refused }: ChangePinFormProps) {
  const words = useWords().identity.account.changePin;
  const error = refused === undefined ? undefined : errorOf(refused, words);
  const errorAt = (name: string) => (error?.name === name ? error.message : undefined);
  return (
    <Card heading={words.heading} icon="lock" id="doi-pin">
      {error === undefined ? null : <ErrorSummary title={words.errorTitle} errors={[error]} />}
      <p>{words.intro}</p>
      <form method="post" action={href("account/overview")} className="flow">
        <PinField
          name="current"
          label={words.current}
          error={errorAt("current")}
          maxLength={12}
          required
        />
        <PinField
          name="next"
          label={words.next}
          hint={words.nextHint}
          error={errorAt("next")}
          autoComplete="new-password"
          maxLength={12}
          required
        />
        <PinField
          name="again"
          label={words.again}
          error={errorAt("again")}
          autoComplete="new-password"
          maxLength={12}
          required
        />
        <Actions>
          <Button icon="lock">{words.button}</Button>
        </Actions>
      </form>
    </Card>
  );
}

function errorOf(
  { refusal, currentReadable }: NonNullable<ChangePinFormProps["refused"]>,
  words: Words["identity"]["account"]["changePin"],
): { readonly name: "current" | "next" | "again"; readonly message: string } {
  switch (refusal.code) {
    case "pin-unreadable":
      return { name: currentReadable ? "next" : "current", message: words.refusals[refusal.code] };
    case "pins-differ":
      return { name: "again", message: words.refusals[refusal.code] };
    case "pin-weak":
      return { name: "next", message: words.refusals[refusal.code] };
    case "wrong":
      return { name: "current", message: words.refusals[refusal.code] };
    case "wait":
      return { name: "current", message: words.wait(refusal.minutes) };
  }
}
