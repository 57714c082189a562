import type { ChangePinFault } from "#app/domain/identity/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { PinField } from "#app/kit/field.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";
import { href } from "#app/routes.ts";

import { changePinForm } from "./form.ts";

interface ChangePinFormProps {
  readonly refused:
    | {
        readonly typed: typeof changePinForm.blank;
        readonly faults: readonly ChangePinFault[];
        readonly minutes: number;
      }
    | undefined;
}

/** The PIN in use and the new one twice; what was typed is never sent back. */
export function ChangePinForm({ refused }: ChangePinFormProps) {
  const words = useWords().identity.account.changePin;
  const { fields, errors } = changePinForm.view(refused, {
    ...words.refusals,
    wait: words.wait(refused?.minutes ?? 0),
  });
  return (
    <Card heading={words.heading} icon="lock" id="doi-pin">
      <ErrorSummary title={words.errorTitle} errors={errors} />
      <p>{words.intro}</p>
      <form method="post" action={href("account/overview")} className="flow">
        <PinField {...fields.current} label={words.current} />
        <PinField
          {...fields.next}
          label={words.next}
          hint={words.nextHint}
          autoComplete="new-password"
        />
        <PinField {...fields.again} label={words.again} autoComplete="new-password" />
        <Actions>
          <Button icon="lock">{words.button}</Button>
        </Actions>
      </form>
    </Card>
  );
}
