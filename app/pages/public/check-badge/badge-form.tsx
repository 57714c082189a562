import { useWords } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { FileField, TextArea, TextField } from "#app/kit/field.tsx";
import type { FieldsOf } from "#app/kit/form.ts";
import { href } from "#app/routes.ts";

import type { badgeForm } from "./form.ts";

/** A badge as a file or as text. */
export function BadgeForm({ fields }: { readonly fields: FieldsOf<typeof badgeForm> }) {
  const words = useWords().certificate.badge;
  return (
    <form method="post" encType="multipart/form-data" className="flow">
      <FileField
        name="tep"
        label={words.file}
        hint={words.fileHint}
        accept=".jwt,.txt,application/vc+jwt"
        optional
      />
      {/* Required where no file is chosen, which no browser can tell. */}
      <TextArea
        {...fields.text}
        required={false}
        label={words.text}
        hint={words.textHint}
        rows={4}
        optional
      />
      <TextField
        {...fields.name}
        label={words.name}
        hint={words.nameHint}
        autoComplete="off"
        optional
      />
      <Button icon="shield">{words.button}</Button>
    </form>
  );
}

/** What is fetched beforehand to verify without a network. */
export function OfflineCheck() {
  const words = useWords().certificate.badge;
  return (
    <details>
      <summary>{words.offline}</summary>
      <p>{words.offlineText}</p>
      <Actions>
        <ButtonLink
          href={href("public/badge-keys")}
          icon="download"
          tone="plain"
          download="khoa.json"
        >
          {words.keys}
        </ButtonLink>
        <ButtonLink
          href={href("public/badge-status-list", { list: "1" })}
          icon="download"
          tone="plain"
          download="danh-sach.jwt"
        >
          {words.list}
        </ButtonLink>
      </Actions>
    </details>
  );
}
