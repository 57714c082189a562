import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { LearnerPicture } from "#app/kit/learner-picture.tsx";
import type { Face } from "#app/pages/account/sign-in/sign-in-forms.tsx";

/** Who learns on this phone, each with the way off it. */
export function PhoneLearners({ faces }: { readonly faces: readonly Face[] }) {
  const words = useWords().phone.learners;
  return (
    <>
      <p>{words.intro}</p>
      {faces.map(({ accountId, name, picture }) => (
        <Card key={accountId}>
          <p className="title">
            <LearnerPicture picture={picture} />
            {name}
          </p>
          <form method="post">
            <input type="hidden" name="nguoi" value={accountId} />
            <Actions>
              <Button icon="cross" tone="plain">
                {words.remove(name)}
              </Button>
            </Actions>
          </form>
        </Card>
      ))}
    </>
  );
}
