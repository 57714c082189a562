import type { PersonOffice } from "#app/domain/identity/index.ts";
import { formatDay } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { SelectField, TextField } from "#app/kit/field.tsx";
import { attestorForm, type RefusedTask } from "./form.ts";

interface ResetPinProps {
  readonly pinMark: string;
  /** Why this official does not give this person a PIN; null when he may. */
  readonly barred: "own" | "beyond" | null;
}

export function ResetPin({ pinMark, barred }: ResetPinProps) {
  const words = useWords().people.person.pin;
  return (
    <Card heading={words.heading} icon="lock" id="ma-pin">
      {barred === null ? (
        <form method="post" className="flow">
          <input type="hidden" name="viec" value="cap-pin" />
          <input type="hidden" name="dau" value={pinMark} />
          <p>{words.text}</p>
          <Actions>
            <Button icon="lock" tone="plain">
              {words.button}
            </Button>
          </Actions>
        </form>
      ) : (
        <p>{words[barred]}</p>
      )}
    </Card>
  );
}

/** Whether the commune's desk gives that office and takes it back. */
function isGivenHere({ role }: PersonOffice): boolean {
  return role === "village_attestor" || role === "promoter";
}

export interface OfficeTaskProps {
  readonly offices: readonly PersonOffice[];
  readonly communeId: string;
  readonly own: boolean;
  readonly villages: readonly { readonly villageId: string; readonly villageName: string }[];
  /** Where the person lives, which is chosen already. */
  readonly homeId: string;
  /** Becomes the office's, so that a second press is the same office. */
  readonly officeId: string;
  /** Whichever office was to be given. */
  readonly refused: RefusedTask | undefined;
}

/** The offices somebody holds, and the task of a village's attestor given and taken back. */
export function AttestorTask(props: OfficeTaskProps) {
  const { offices, communeId, own } = props;
  const words = useWords().people.person.attestor;
  return (
    <Card heading={words.heading} icon="shield" id="nguoi-xac-nhan">
      <p>{words.intro}</p>
      <h3>{words.held}</h3>
      {offices.length === 0 ? <p>{words.noneHeld}</p> : null}
      {offices.map((office) => (
        <form method="post" className="flow" key={office.officeId}>
          <p>
            <strong>
              {words.heldLine(office.title, office.placeName, formatDay(office.validFrom))}
            </strong>
          </p>
          {!own && isGivenHere(office) && office.communeId === communeId ? (
            <Actions>
              <input
                type="hidden"
                name="viec"
                value={office.role === "promoter" ? "thoi-lop" : "thoi-viec"}
              />
              <input type="hidden" name="chuc-vu" value={office.officeId} />
              <Button tone="danger" icon="cross">
                {words.dismiss}
                <span className="sr-only">
                  {words.dismissWhich(office.title, office.placeName)}
                </span>
              </Button>
            </Actions>
          ) : null}
        </form>
      ))}
      <h3>{words.appoint}</h3>
      {own ? <p>{words.own}</p> : <AppointForm {...props} />}
    </Card>
  );
}

function AppointForm({ villages, homeId, officeId, refused }: OfficeTaskProps) {
  const { attestor: words, faults } = useWords().people.person;
  const { fields } = attestorForm.view(
    refused?.task === "attestor" ? refused : { typed: { villageId: homeId, title: "" } },
    faults,
  );
  return (
    <form method="post" className="flow">
      <input type="hidden" name="viec" value="giao-viec" />
      <input type="hidden" name="chuc-vu" value={officeId} />
      <SelectField
        {...fields.villageId}
        label={words.village}
        options={villages.map(({ villageId, villageName }) => ({
          value: villageId,
          label: villageName,
        }))}
      />
      <TextField {...fields.title} label={words.title} hint={words.titleHint} autoComplete="off" />
      <Actions>
        <Button icon="shield" tone="plain">
          {words.button}
        </Button>
      </Actions>
    </form>
  );
}
