import type { PackageFault } from "#app/domain/cmi5/index.ts";
import { Subject } from "#app/domain/content/index.ts";
import { accept, refuse, type Result } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { FileField, SelectField, TextField } from "#app/kit/field.tsx";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";

export const PACKAGE_FIELDS = { file: "tep", subject: "nhom", minutes: "phut" } as const;

export type UploadFault =
  | { readonly code: "file-missing" | "subject-missing" | "minutes-invalid" | "too-large" }
  | { readonly code: "faulty"; readonly fault: PackageFault };

const MINUTES_AT_MOST = 6000;

/** What the officer typed beside the file, or everything that is missing. */
export function readPackageForm(typed: {
  readonly hasFile: boolean;
  readonly subject: string;
  readonly minutes: string;
}): Result<{ readonly subject: Subject; readonly minutes: number }, readonly UploadFault[]> {
  const subject = Subject.safeParse(typed.subject);
  const minutes = /^\s*\d{1,4}\s*$/u.test(typed.minutes) ? Number(typed.minutes) : 0;
  const faults: UploadFault[] = [
    ...(typed.hasFile ? [] : [{ code: "file-missing" as const }]),
    ...(subject.success ? [] : [{ code: "subject-missing" as const }]),
    ...(minutes >= 1 && minutes <= MINUTES_AT_MOST ? [] : [{ code: "minutes-invalid" as const }]),
  ];
  return subject.success && faults.length === 0
    ? accept({ subject: subject.data, minutes })
    : refuse(faults);
}

const FIELD_OF = {
  "file-missing": PACKAGE_FIELDS.file,
  "subject-missing": PACKAGE_FIELDS.subject,
  "minutes-invalid": PACKAGE_FIELDS.minutes,
  "too-large": PACKAGE_FIELDS.file,
  faulty: PACKAGE_FIELDS.file,
} as const;

/** Everything that is wrong, each with what to do about it. */
export function PackageUploadErrors({
  faults,
  megabytesAtMost,
}: {
  readonly faults: readonly UploadFault[];
  readonly megabytesAtMost: number;
}) {
  const words = useWords().packages.desk;
  const sentence = (told: UploadFault): string => {
    switch (told.code) {
      case "too-large":
        return words.errors["too-large"](megabytesAtMost);
      case "faulty":
        return words.faults[told.fault.code](told.fault);
      case "file-missing":
      case "subject-missing":
      case "minutes-invalid":
        return words.errors[told.code];
    }
  };
  return (
    <ErrorSummary
      title={words.errorTitle}
      errors={faults.map((told) => ({ name: FIELD_OF[told.code], message: sentence(told) }))}
    />
  );
}

export function PackageUpload({
  typed,
  megabytesAtMost,
}: {
  /** What was sent and refused; null on a fresh form. */
  readonly typed: { readonly subject: string; readonly minutes: string } | null;
  readonly megabytesAtMost: number;
}) {
  const { packages, common } = useWords();
  const words = packages.desk.upload;
  return (
    <Card heading={words.heading} icon="plus" id="tai-len">
      <p className="hint">{words.replace}</p>
      {typed === null ? null : <Notice tone="info">{words.again}</Notice>}
      <form method="post" encType="multipart/form-data" className="flow" noValidate>
        <FileField
          name={PACKAGE_FIELDS.file}
          label={words.file}
          hint={words.fileHint(megabytesAtMost)}
          accept=".zip,.xml,application/zip,text/xml"
          required
        />
        <SelectField
          name={PACKAGE_FIELDS.subject}
          label={words.subject}
          options={Subject.options.map((value) => ({ value, label: common.course.subject[value] }))}
          defaultValue={typed?.subject}
          placeholder
          required
        />
        <TextField
          name={PACKAGE_FIELDS.minutes}
          label={words.minutes}
          hint={words.minutesHint}
          inputMode="numeric"
          maxLength={4}
          defaultValue={typed?.minutes}
          required
        />
        <Actions>
          <Button icon="check">{words.button}</Button>
        </Actions>
      </form>
    </Card>
  );
}
