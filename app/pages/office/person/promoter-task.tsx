import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { SelectField, TextField } from "#app/kit/field.tsx";
import { type OfficeTaskProps, TASK_FIELDS, type TaskFault } from "./people-tasks.tsx";

type PromoterTaskProps = Omit<OfficeTaskProps, "offices">;

/** The task of leading classes, given for one village or for all of them. */
export function PromoterTask(props: PromoterTaskProps) {
  const words = useWords().group.promoter;
  return (
    <Card heading={words.heading} icon="people" id="nguoi-huong-dan">
      <p>{words.intro}</p>
      {props.own ? <p>{words.own}</p> : <AppointForm {...props} />}
    </Card>
  );
}

function AppointForm({ villages, communeId, homeId, officeId, ...props }: PromoterTaskProps) {
  const refused = props.refused?.task === "promoter" ? props.refused : undefined;
  const words = useWords().group.promoter;
  const { faults } = useWords().people.person;
  const errorOf = (...known: readonly TaskFault[]) => {
    const fault = refused?.faults.find((each) => known.includes(each));
    return fault === undefined ? undefined : faults[fault];
  };
  return (
    <form method="post" className="flow">
      <input type="hidden" name="viec" value="giao-lop" />
      <input type="hidden" name="chuc-vu" value={officeId} />
      <SelectField
        name={TASK_FIELDS.promoter.placeId}
        label={words.place}
        options={[
          ...villages.map(({ villageId, villageName }) => ({
            value: villageId,
            label: villageName,
          })),
          { value: communeId, label: words.everyVillage },
        ]}
        defaultValue={refused?.placeId ?? homeId}
        error={errorOf("placeId", "already-promoter")}
      />
      <TextField
        name={TASK_FIELDS.promoter.title}
        label={words.title}
        hint={words.titleHint}
        autoComplete="off"
        maxLength={80}
        defaultValue={refused?.title}
        error={errorOf("title")}
        required
      />
      <Actions>
        <Button icon="people" tone="plain">
          {words.button}
        </Button>
      </Actions>
    </form>
  );
}
