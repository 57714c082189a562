import { useWords } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { FileField, TextArea, TextField } from "#app/kit/field.tsx";
import { href } from "#app/routes.ts";

export const BADGE_FIELDS = { file: "tep", text: "noi-dung-huy-hieu", name: "ho-ten" } as const;

/** A badge as a file or as text; `typed` when nothing in it was to be checked. */
export function BadgeForm({ typed }: { readonly typed: { readonly name: string } | undefined }) {
  const words = useWords().certificate.badge;
  return (
    <form method="post" encType="multipart/form-data" className="flow">
      <FileField
        name={BADGE_FIELDS.file}
        label={words.file}
        hint={words.fileHint}
        accept=".jwt,.txt,application/vc+jwt"
        optional
      />
      <TextArea
        name={BADGE_FIELDS.text}
        label={words.text}
        hint={words.textHint}
        error={typed === undefined ? undefined : words.missing}
        rows={4}
        optional
      />
      <TextField
        name={BADGE_FIELDS.name}
        label={words.name}
        hint={words.nameHint}
        defaultValue={typed?.name}
        autoComplete="off"
        maxLength={120}
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
