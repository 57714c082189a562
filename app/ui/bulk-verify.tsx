import type { ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";

import { Button } from "./button.tsx";

interface BulkVerifyProps {
  /** The table with its ticks. */
  readonly children: ReactNode;
  /** Says which press this is, so that a double one counts once. */
  readonly token: string;
  /** Whether there is anything to verify here. */
  readonly possible: boolean;
}

/** A list to tick and one button, which counts the ticks by a CSS counter: no script is needed. */
export function BulkVerify({ children, token, possible }: BulkVerifyProps) {
  const words = useWords().desk.queue;
  return (
    <form method="post" className="flow [counter-reset:ticks] [&_input:checked]:[counter-increment:ticks]">
      <input type="hidden" name="lan-bam" value={token} />
      {children}
      {possible ? (
        <div className="flow no-print">
          <p className="hint">{words.verifyHint}</p>
          <Button icon="check">
            <span>
              {words.verify.before}{" "}
              <span className="before:content-[counter(ticks)]" /> {words.verify.after}
            </span>
          </Button>
        </div>
      ) : null}
    </form>
  );
}
