import { NEEDS_AT_MOST } from "#app/domain/guidance/index.ts";
import type { VillageNeeds } from "#app/domain/guidance/index.server.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import type { FieldsOf } from "#app/kit/form.ts";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { type needsForm, type RefusedNeeds, viewNeeds } from "./form.ts";

interface VillageNeedsFormsProps {
  readonly villages: readonly VillageNeeds[];
  /** What courses answer. */
  readonly known: readonly string[];
  /** The village whose needs were kept just now, by its id. */
  readonly saved: string | null;
  readonly refused: RefusedNeeds | undefined;
}

/** What each village needs to learn, one form a village. */
export function VillageNeedsForms(props: VillageNeedsFormsProps) {
  const { villages, known, saved, refused } = props;
  const words = useWords().finding.villageNeeds;
  const done = villages.find(({ villageId }) => villageId === saved && refused === undefined);
  const views = villages.map((village) => ({ village, ...viewNeeds(village, refused, words) }));
  if (known.length === 0) return <Notice tone="info">{words.noNeeds}</Notice>;
  if (villages.length === 0) {
    return (
      <EmptyState icon="village" title={words.noVillage}>
        {words.noVillageText}
      </EmptyState>
    );
  }
  return (
    <>
      <ErrorSummary title={words.errorTitle} errors={views.flatMap(({ errors }) => errors)} />
      {done === undefined ? null : <Notice tone="success">{words.saved(done.villageName)}</Notice>}
      <p>{words.intro(NEEDS_AT_MOST)}</p>
      {views.map(({ village, fields, errors }) => (
        <OneVillage
          key={village.villageId}
          {...{ village, known }}
          field={fields.needs}
          open={errors.length > 0 || villages.length === 1}
        />
      ))}
    </>
  );
}

interface OneVillageProps {
  readonly village: VillageNeeds;
  readonly known: readonly string[];
  readonly field: FieldsOf<typeof needsForm>["needs"];
  readonly open: boolean;
}

function OneVillage({ village, known, field, open }: OneVillageProps) {
  const words = useWords().finding.villageNeeds;
  const { villageId, villageName, needs } = village;
  const told = needs.length === 0 ? words.none : needs.join("; ");
  return (
    <details className="card" open={open}>
      <summary>{words.summary(villageName, told)}</summary>
      <form method="post" className="flow">
        <input type="hidden" name="thon" value={villageId} />
        <ChoiceGroup
          {...field}
          legend={words.legend(villageName)}
          type="checkbox"
          options={known.map((need) => ({ value: need, label: need }))}
        />
        <Actions>
          <Button icon="check">{words.save}</Button>
        </Actions>
      </form>
    </details>
  );
}
