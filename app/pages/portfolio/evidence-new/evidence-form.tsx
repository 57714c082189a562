import type { ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";

import { Button } from "#app/kit/button.tsx";
import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import { useDraft } from "#app/kit/draft.ts";
import { DateField, FileField, TextArea, TextField } from "#app/kit/field.tsx";
import type { FieldsOf } from "#app/kit/form.ts";
import { href } from "#app/routes.ts";

import type { evidenceForm } from "./form.ts";

interface EvidenceFormProps {
  /** Becomes the evidence's, so that a form sent twice is one piece. */
  readonly id: string;
  readonly fields: FieldsOf<typeof evidenceForm>;
  readonly indicators: readonly { readonly code: string; readonly plain: string }[];
  /** Something to say at the photograph. */
  readonly photoNote?: ReactNode;
}

/** One thing that was done: what, when, what it speaks for, and a photograph. */
export function EvidenceForm({ id, fields, indicators, photoNote }: EvidenceFormProps) {
  const words = useWords().portfolio.form;
  const draft = useDraft({ done: `^${href("portfolio/book")}\\?xong=da-them` });
  return (
    <form method="post" encType="multipart/form-data" className="flow" {...draft}>
      <input type="hidden" name="id" value={id} />
      <TextField {...fields.title} label={words.title} hint={words.titleHint} />
      <TextArea
        {...fields.description}
        label={words.description}
        hint={words.descriptionHint}
        optional
      />
      <DateField {...fields.happenedOn} label={words.day} />
      {photoNote}
      <FileField
        {...fields.photo}
        label={words.photo}
        hint={words.photoHint}
        accept="image/*"
        optional
      />
      <ChoiceGroup
        {...fields.indicators}
        type="checkbox"
        legend={words.indicators}
        hint={words.indicatorsHint}
        options={indicators.map(({ code, plain }) => ({ value: code, label: plain }))}
      />
      <Button icon="check">{words.button}</Button>
    </form>
  );
}
