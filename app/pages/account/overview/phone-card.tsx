import type { Picture } from "#app/domain/identity/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button, ButtonLink } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { LearnerPicture } from "#app/kit/learner-picture.tsx";
import { href } from "#app/routes.ts";

/** Her picture, what this phone keeps, and handing the phone to the next learner. */
export function PhoneCard({ picture }: { readonly picture: Picture }) {
  const { here, picture: pictureWords, switch: words } = useWords().phone;
  return (
    <Card heading={here.heading} icon="phone">
      <p className="title">
        <LearnerPicture picture={picture} />
        <a href={href("account/picture")}>{pictureWords.link}</a>
      </p>
      <p>{words.text}</p>
      <form method="post" action={href("account/sign-out")}>
        <input type="hidden" name="doi" value="1" />
        <Actions>
          <Button icon="people">{words.button}</Button>
          <ButtonLink href={href("account/on-this-phone")} icon="phone" tone="plain">
            {here.heading}
          </ButtonLink>
        </Actions>
      </form>
    </Card>
  );
}
