import type { HeldOffice } from "#app/domain/identity/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, ButtonLink } from "#app/kit/button.tsx";
import type { IconName } from "#app/kit/icon.tsx";
import { href } from "#app/routes.ts";

const desks = [
  ["village_attestor", href("office/village"), "village"],
  ["commune_official", href("office/queue"), "seal"],
  ["provincial_officer", href("office/province"), "shield"],
] as const satisfies readonly (readonly [HeldOffice["role"], string, IconName])[];

/** Offices by which classes are led. */
const TEACHING: readonly HeldOffice["role"][] = [
  "promoter",
  "village_attestor",
  "commune_official",
];

/** Whether an office of that kind has a desk of its own. */
export function hasDesk(roles: readonly HeldOffice["role"][]): boolean {
  return roles.includes("promoter") || desks.some(([role]) => roles.includes(role));
}

/** A door for each kind of office that somebody holds. */
export function OfficeDesks({ roles }: { readonly roles: readonly HeldOffice["role"][] }) {
  const { learning, group } = useWords();
  const words = learning.desks;
  return (
    <Actions>
      {desks.map(([role, href, icon]) =>
        roles.includes(role) ? (
          <ButtonLink key={role} href={href} icon={icon} tone="plain">
            {words[role]}
          </ButtonLink>
        ) : null,
      )}
      {TEACHING.some((role) => roles.includes(role)) ? (
        <ButtonLink href={href("classes/list")} icon="people" tone="plain">
          {group.desk}
        </ButtonLink>
      ) : null}
    </Actions>
  );
}
