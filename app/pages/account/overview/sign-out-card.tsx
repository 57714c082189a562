import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { useFrame } from "#app/kit/frame-context.tsx";
import { href } from "#app/routes.ts";

/** The way out, and why to take it on a shared phone. */
export function SignOutCard() {
  const words = useWords().identity.account.signOut;
  return (
    <Card heading={words.heading} icon="phone">
      <p>{words.text}</p>
      <form
        method="post"
        action={href("account/sign-out")}
        data-forget-drafts={useFrame().person?.key}
      >
        <Actions>
          <Button icon="logout" tone="plain">
            {words.button}
          </Button>
        </Actions>
      </form>
    </Card>
  );
}
