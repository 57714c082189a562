import type { PersonOffice } from "#app/domain/identity/index.ts";
import { formatDay } from "#app/domain/kernel/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { SelectField, TextField } from "#app/kit/field.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";

export type TaskFault = keyof Words["people"]["person"]["faults"];

/** A task on somebody's file that was not done, with what was typed. */
export interface RefusedTask {
  /** Which office was to be given. */
  readonly task: "attestor" | "promoter";
  readonly placeId: string;
  readonly title: string;
  readonly faults: readonly TaskFault[];
}

/** Names of the fields by what is given. */
export const TASK_FIELDS = {
  attestor: { placeId: "thon", title: "chuc-danh" },
  promoter: { placeId: "noi-mo-lop", title: "chuc-danh-lop" },
} as const;

/** What was not done, above the page. */
export function TaskErrors({ task, faults }: Pick<RefusedTask, "task" | "faults">) {
  const words = useWords().people.person;
  const fields = TASK_FIELDS[task];
  return (
    <ErrorSummary
      title={words.errorTitle}
      errors={faults.map((fault) => ({
        name:
          fault === "title"
            ? fields.title
            : fault === "placeId" || fault === "already-attestor" || fault === "already-promoter"
              ? fields.placeId
              : undefined,
        message: words.faults[fault],
      }))}
    />
  );
}

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

function AppointForm({ villages, homeId, officeId, ...props }: OfficeTaskProps) {
  const refused = props.refused?.task === "attestor" ? props.refused : undefined;
  const { attestor: words, faults } = useWords().people.person;
  const errorOf = (...known: readonly TaskFault[]) => {
    const fault = refused?.faults.find((each) => known.includes(each));
    return fault === undefined ? undefined : faults[fault];
  };
  return (
    <form method="post" className="flow">
      <input type="hidden" name="viec" value="giao-viec" />
      <input type="hidden" name="chuc-vu" value={officeId} />
      <SelectField
        name={TASK_FIELDS.attestor.placeId}
        label={words.village}
        options={villages.map(({ villageId, villageName }) => ({
          value: villageId,
          label: villageName,
        }))}
        defaultValue={refused?.placeId ?? homeId}
        error={errorOf("placeId", "already-attestor")}
      />
      <TextField
        name={TASK_FIELDS.attestor.title}
        label={words.title}
        hint={words.titleHint}
        autoComplete="off"
        maxLength={80}
        defaultValue={refused?.title}
        error={errorOf("title")}
        required
      />
      <Actions>
        <Button icon="shield" tone="plain">
          {words.button}
        </Button>
      </Actions>
    </form>
  );
}
