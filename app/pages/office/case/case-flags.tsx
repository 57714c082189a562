import type { CaseFlag } from "#app/domain/evaluation/index.ts";
import { useWords, type Words } from "#app/locales/index.ts";

import type { IconName } from "#app/kit/icon.tsx";
import { Badge, type BadgeTone } from "#app/kit/progress.tsx";

const looks: Readonly<Record<CaseFlag["code"], { tone: BadgeTone; icon: IconName }>> = {
  clear: { tone: "success", icon: "check" },
  "below-total": { tone: "error", icon: "warning" },
  "below-floor": { tone: "error", icon: "warning" },
  "above-suggestion": { tone: "warning", icon: "warning" },
  "no-evidence": { tone: "warning", icon: "portfolio" },
  "no-attestation": { tone: "warning", icon: "people" },
  "records-gone": { tone: "warning", icon: "warning" },
};

/** What a reviewer should look at, in words. */
export function CaseFlags({
  flags,
  passTotal,
}: {
  readonly flags: readonly CaseFlag[];
  /** Points in total that the criteria ask for. */
  readonly passTotal: number;
}) {
  const words = useWords().desk.flags;
  return (
    <ul className="flex flex-wrap gap-1.5 text-left">
      {flags.map((flag) => (
        <li key={flag.code}>
          <Badge {...looks[flag.code]}>{sentence(flag, passTotal, words)}</Badge>
        </li>
      ))}
    </ul>
  );
}

function sentence(flag: CaseFlag, passTotal: number, words: Words["desk"]["flags"]): string {
  switch (flag.code) {
    case "clear":
    case "records-gone":
      return words[flag.code];
    case "below-total":
      return words["below-total"](flag.total, passTotal);
    case "below-floor":
    case "above-suggestion":
    case "no-evidence":
    case "no-attestation":
      return words[flag.code](flag.indicators);
  }
}
