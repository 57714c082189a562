import type { VillageNeeds } from "#app/domain/guidance/index.server.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";

/** Names of the form's fields. */
export const NEED_FIELDS = { village: "thon", needs: "can" } as const;

/** A village whose needs were not kept, with what was ticked. */
export interface RefusedNeeds {
  readonly villageId: string;
  readonly needs: readonly string[];
}

interface VillageNeedsFormsProps {
  readonly villages: readonly VillageNeeds[];
  /** What courses answer. */
  readonly known: readonly string[];
  readonly most: number;
  /** The village whose needs were kept just now, by its id. */
  readonly saved: string | null;
  readonly refused: RefusedNeeds | undefined;
}

/** What each village needs to learn, one form a village. */
export function VillageNeedsForms(props: VillageNeedsFormsProps) {
  const { villages, known, most, saved, refused } = props;
  const words = useWords().finding.villageNeeds;
  const nameOf = (id: string | undefined) =>
    villages.find(({ villageId }) => villageId === id)?.villageName;
  const done = saved === null || refused !== undefined ? undefined : nameOf(saved);
  const faulty = nameOf(refused?.villageId);
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
      {faulty === undefined ? null : (
        <ErrorSummary
          title={words.errorTitle}
          errors={[
            { name: fieldId(refused?.villageId ?? ""), message: words.tooMany(faulty, most) },
          ]}
        />
      )}
      {done === undefined ? null : <Notice tone="success">{words.saved(done)}</Notice>}
      <p>{words.intro(most)}</p>
      {villages.map((village) => {
        const { villageId } = village;
        const again = refused?.villageId === villageId ? refused : undefined;
        const error = again === undefined ? undefined : words.tooMany(village.villageName, most);
        const open = again !== undefined || villages.length === 1;
        return (
          <OneVillage key={villageId} village={village} {...{ known, error, open }} typed={again} />
        );
      })}
    </>
  );
}

interface OneVillageProps {
  readonly village: VillageNeeds;
  readonly known: readonly string[];
  readonly typed: RefusedNeeds | undefined;
  readonly error: string | undefined;
  readonly open: boolean;
}

function OneVillage({ village, known, typed, error, open }: OneVillageProps) {
  const words = useWords().finding.villageNeeds;
  const { villageId, villageName, needs } = village;
  const told = needs.length === 0 ? words.none : needs.join("; ");
  return (
    <details className="card" open={open}>
      <summary>{words.summary(villageName, told)}</summary>
      <form method="post" className="flow">
        <input type="hidden" name={NEED_FIELDS.village} value={villageId} />
        <ChoiceGroup
          id={fieldId(villageId)}
          name={NEED_FIELDS.needs}
          legend={words.legend(villageName)}
          type="checkbox"
          options={known.map((need) => ({ value: need, label: need }))}
          defaultValues={typed?.needs ?? needs}
          error={error}
        />
        <Actions>
          <Button icon="check">{words.save}</Button>
        </Actions>
      </form>
    </details>
  );
}

function fieldId(villageId: string): string {
  return `${NEED_FIELDS.needs}-${villageId}`;
}
