import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";

interface RemindersCardProps {
  /** What this phone is told to expect, base64url. */
  readonly publicKey: string;
  /** How many phones of hers remind her. */
  readonly phones: number;
  /** Of her plan; without both, nobody is reminded. */
  readonly hour: string | null;
  readonly days: readonly string[];
}

/**
 * Reminders that need no e-mail address. A script shows its buttons where the phone can; ending
 * them all needs none.
 */
export function RemindersCard({ publicKey, phones, hour, days }: RemindersCardProps) {
  const words = useWords().finding.reminders;
  return (
    <div data-reminders={publicKey} data-reminded={phones} hidden={phones === 0}>
      <Card heading={words.heading} icon="clock" id="nhac">
        <p>{words.intro}</p>
        {hour !== null && days.length > 0 ? null : <p className="hint">{words.needsHour}</p>}
        {phones === 0 ? null : (
          <p>
            <strong>{words.isOn(phones)}</strong>
          </p>
        )}
        <p role="alert" hidden data-reminders-say="refused">
          {words.refused}
        </p>
        <p role="alert" hidden data-reminders-say="failed">
          {words.failed}
        </p>
        <div hidden data-reminders-do="on">
          <Button type="button" icon="clock">
            {words.on}
          </Button>
        </div>
        <div hidden data-reminders-do="off">
          <Button type="button" tone="plain" icon="cross">
            {words.off}
          </Button>
        </div>
        {phones === 0 ? null : (
          <form method="post">
            <Actions>
              <Button tone="plain" icon="cross" name="viec" value="thoi-nhac">
                {words.allOff}
              </Button>
            </Actions>
          </form>
        )}
      </Card>
    </div>
  );
}
