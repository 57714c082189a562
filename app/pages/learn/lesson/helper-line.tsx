import type { Helper } from "#app/domain/identity/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Icon } from "#app/kit/icon.tsx";
import { href } from "#app/routes.ts";

interface HelperLineProps {
  readonly helper: Helper | null;
  /** The page to come back to. */
  readonly back: string;
}

/** Who reads and taps for her, with one tap to stop; or the way to say that somebody does. */
export function HelperLine({ helper, back }: HelperLineProps) {
  const words = useWords().quiz.helper;
  const choose = `${href("learn/who-helps")}?tiep=${encodeURIComponent(back)}`;
  if (helper === null) {
    return (
      <p>
        <a className="back" href={choose}>
          <Icon name="people" />
          {words.offer}
        </a>
      </p>
    );
  }
  return (
    <form method="post" action={href("learn/who-helps")} className="meta">
      <span>
        <Icon name="people" size={20} />
        {words.with(words.who[helper])}
      </span>
      <input type="hidden" name="tiep" value={back} />
      <button className="btn btn-plain" name="helper" value="">
        {words.stop}
      </button>
      <a href={choose}>{words.change}</a>
    </form>
  );
}
