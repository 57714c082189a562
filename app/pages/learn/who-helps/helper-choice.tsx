import { Helper } from "#app/domain/identity/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { href } from "#app/routes.ts";

interface HelperChoiceProps {
  readonly helper: Helper | null;
  /** The page to go on to. */
  readonly back: string;
}

/** Who reads and taps for her: one big button for each, and one for nobody. */
export function HelperChoice({ helper, back }: HelperChoiceProps) {
  const words = useWords().quiz.helper;
  return (
    <>
      <p>{words.intro}</p>
      <form method="post" action={href("learn/who-helps")}>
        <input type="hidden" name="tiep" value={back} />
        <Actions>
          {Helper.options.map((who) => (
            <Button
              key={who}
              icon={who === helper ? "check" : "people"}
              tone={who === helper ? "primary" : "plain"}
              name="helper"
              value={who}
            >
              {words.choose[who]}
            </Button>
          ))}
          <Button
            icon="account"
            tone={helper === null ? "primary" : "plain"}
            name="helper"
            value=""
          >
            {words.stop}
          </Button>
        </Actions>
      </form>
    </>
  );
}
