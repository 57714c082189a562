import type { ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";

import { Button } from "#app/kit/button.tsx";
import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import { useDraft } from "#app/kit/draft.ts";
import { DateField, FileField, TextArea, TextField } from "#app/kit/field.tsx";
import { href } from "#app/routes.ts";

/** What was typed, as it was typed. */
export interface TypedEvidence {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly indicators: readonly string[];
  readonly happenedOn: string;
}

interface EvidenceFormProps {
  readonly typed: TypedEvidence;
  readonly indicators: readonly { readonly code: string; readonly plain: string }[];
  /** A sentence by the name of its field. */
  readonly errors: Readonly<Partial<Record<string, string>>>;
  /** Something to say at the photograph. */
  readonly photoNote?: ReactNode;
}

/** One thing that was done: what, when, what it speaks for, and a photograph. */
export function EvidenceForm({ typed, indicators, errors, photoNote }: EvidenceFormProps) {
  const words = useWords().portfolio.form;
  const draft = useDraft({ done: `^${href("portfolio/book")}\\?xong=da-them` });
  return (
    <form method="post" encType="multipart/form-data" className="flow" {...draft}>
      <input type="hidden" name="id" value={typed.id} />
      <TextField
        name="title"
        label={words.title}
        hint={words.titleHint}
        error={errors["title"]}
        defaultValue={typed.title}
        maxLength={120}
        required
      />
      <TextArea
        name="description"
        label={words.description}
        hint={words.descriptionHint}
        error={errors["description"]}
        defaultValue={typed.description}
        maxLength={1000}
        optional
      />
      <DateField
        name="happenedOn"
        label={words.day}
        error={errors["happenedOn"]}
        defaultValue={typed.happenedOn}
        required
      />
      {photoNote}
      <FileField
        name="photo"
        label={words.photo}
        hint={words.photoHint}
        error={errors["photo"]}
        accept="image/*"
        optional
      />
      <ChoiceGroup
        name="indicators"
        type="checkbox"
        legend={words.indicators}
        hint={words.indicatorsHint}
        error={errors["indicators"]}
        options={indicators.map(({ code, plain }) => ({ value: code, label: plain }))}
        defaultValues={typed.indicators}
      />
      <Button icon="check">{words.button}</Button>
    </form>
  );
}
