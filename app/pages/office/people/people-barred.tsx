import { useWords } from "#app/locales/index.ts";

import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { Notice } from "#app/kit/notice.tsx";
import { href } from "#app/routes.ts";

/** The same form came twice: the person stands, the PIN was shown the first time. */
export function AlreadyRegistered({ personId }: { readonly personId: string }) {
  const { form, card } = useWords().people;
  const toDesk = useDeskHref();
  return (
    <>
      <Notice tone="info" title={form.already.heading}>
        {form.already.text}
      </Notice>
      <Actions>
        <ButtonLink href={toDesk(href("office/person", { person: personId }))} icon="account">
          {form.already.open}
        </ButtonLink>
        <ButtonLink href={toDesk(href("office/person-new"))} icon="plus" tone="plain">
          {card.next}
        </ButtonLink>
      </Actions>
    </>
  );
}

/** Nobody can be written down yet, and what to do about it. */
export function RegistrationBarred({ lacking }: { readonly lacking: "villages" | "groups" }) {
  const { form, list } = useWords().people;
  const toDesk = useDeskHref();
  return lacking === "groups" ? (
    <Notice tone="info">{form.noGroups}</Notice>
  ) : (
    <EmptyState
      icon="village"
      title={list.empty.noVillage}
      action={
        <ButtonLink href={toDesk(href("office/villages"))} icon="plus">
          {list.empty.addVillage}
        </ButtonLink>
      }
    >
      {list.empty.noVillageAdvice}
    </EmptyState>
  );
}

/** The way back to the list. */
export function BackToPeople() {
  const { person } = useWords().people;
  const toDesk = useDeskHref();
  return (
    <a className="back" href={toDesk(href("office/people"))}>
      <Icon name="back" />
      {person.back}
    </a>
  );
}
