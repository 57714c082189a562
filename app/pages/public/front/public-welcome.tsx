import { useWords } from "#app/locales/index.ts";

import { WovenMotif } from "#app/kit/brand.tsx";
import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { href } from "#app/routes.ts";

/** What the product is, and the ways in. */
export function PublicWelcome() {
  const words = useWords().learning.home;
  return (
    <>
      <p>{words.intro}</p>
      <Actions>
        <ButtonLink href={href("account/sign-in")} icon="next">
          {words.signIn}
        </ButtonLink>
        <ButtonLink href={href("learn/catalogue")} icon="learn" tone="plain">
          {words.browse}
        </ButtonLink>
      </Actions>
      <p>{words.record}</p>
      <WovenMotif />
      <ul className="flow">
        <li className="flex gap-2">
          <span className="pt-3">
            <Icon name="village" />
          </span>
          <span>
            <a href={href("public/find-commune")} className="inline-block py-2.5 font-bold">
              {words.findCommune}
            </a>
            <span className="hint block">{words.findCommuneHint}</span>
          </span>
        </li>
        <li className="flex gap-2">
          <span className="pt-3">
            <Icon name="qr" />
          </span>
          <span>
            <a href={href("public/check")} className="inline-block py-2.5 font-bold">
              {words.check}
            </a>
            <span className="hint block">{words.checkHint}</span>
          </span>
        </li>
      </ul>
    </>
  );
}
