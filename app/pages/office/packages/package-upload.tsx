import type { PackageFault } from "#app/domain/cmi5/index.ts";
import { Subject } from "#app/domain/content/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { FileField, SelectField, TextField } from "#app/kit/field.tsx";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { packageForm } from "./form.ts";

interface PackageUploadProps {
  readonly refused:
    | (NonNullable<Parameters<typeof packageForm.view>[0]> & {
        /** What is wrong inside the file. */
        readonly inside: readonly PackageFault[];
      })
    | undefined;
  readonly megabytesAtMost: number;
}

/** The form, and what is wrong with the file: told by the form, or found inside it. */
function useUpload({ refused, megabytesAtMost }: PackageUploadProps) {
  const { errors: words, faults } = useWords().packages.desk;
  const tooLarge = words["too-large"](megabytesAtMost);
  const { fields, errors } = packageForm.view(refused, { ...words, "too-large": tooLarge });
  const { file } = fields;
  const inside = (refused?.inside ?? []).map((fault) => faults[fault.code](fault));
  return {
    fields: { ...fields, file: { ...file, error: file.error ?? inside[0] } },
    errors: [...errors, ...inside.map((message) => ({ name: file.id, message }))],
  };
}

/** Everything that is wrong, each with what to do about it. */
export function PackageUploadErrors(props: PackageUploadProps) {
  const words = useWords().packages.desk;
  return <ErrorSummary title={words.errorTitle} errors={useUpload(props).errors} />;
}

export function PackageUpload(props: PackageUploadProps) {
  const { packages, common } = useWords();
  const words = packages.desk.upload;
  const { fields } = useUpload(props);
  return (
    <Card heading={words.heading} icon="plus" id="tai-len">
      <p className="hint">{words.replace}</p>
      {props.refused === undefined ? null : <Notice tone="info">{words.again}</Notice>}
      <form method="post" encType="multipart/form-data" className="flow" noValidate>
        <FileField
          {...fields.file}
          label={words.file}
          hint={words.fileHint(props.megabytesAtMost)}
          accept=".zip,.xml,application/zip,text/xml"
          required
        />
        <SelectField
          {...fields.subject}
          label={words.subject}
          options={Subject.options.map((value) => ({ value, label: common.course.subject[value] }))}
          placeholder
        />
        <TextField
          {...fields.minutes}
          label={words.minutes}
          hint={words.minutesHint}
          inputMode="numeric"
        />
        <Actions>
          <Button icon="check">{words.button}</Button>
        </Actions>
      </form>
    </Card>
  );
}
