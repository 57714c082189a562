import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { SelectField, TextField } from "#app/kit/field.tsx";
import { promoterForm } from "./form.ts";
import type { OfficeTaskProps } from "./people-tasks.tsx";

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

function AppointForm({ villages, communeId, homeId, officeId, refused }: PromoterTaskProps) {
  const words = useWords().group.promoter;
  const { faults } = useWords().people.person;
  const { fields } = promoterForm.view(
    refused?.task === "promoter" ? refused : { typed: { placeId: homeId, title: "" } },
    faults,
  );
  return (
    <form method="post" className="flow">
      <input type="hidden" name="viec" value="giao-lop" />
      <input type="hidden" name="chuc-vu" value={officeId} />
      <SelectField
        {...fields.placeId}
        label={words.place}
        options={[
          ...villages.map(({ villageId, villageName }) => ({
            value: villageId,
            label: villageName,
          })),
          { value: communeId, label: words.everyVillage },
        ]}
      />
      <TextField {...fields.title} label={words.title} hint={words.titleHint} autoComplete="off" />
      <Actions>
        <Button icon="people" tone="plain">
          {words.button}
        </Button>
      </Actions>
    </form>
  );
}
