import type { ReactNode } from "react";

import { Icon, type IconName } from "./icon.tsx";

const LOOKS = {
  good: { icon: "check", colours: "border-leaf-deep bg-leaf-mist text-leaf-deep" },
  bad: { icon: "cross", colours: "border-red-deep bg-red-mist text-red-deep" },
  late: { icon: "clock", colours: "border-turmeric bg-turmeric-mist text-ink" },
  open: { icon: "search", colours: "border-ash bg-white text-ink" },
} as const satisfies Readonly<Record<string, { icon: IconName; colours: string }>>;

export type VerdictLook = keyof typeof LOOKS;

interface VerdictProps {
  readonly look: VerdictLook;
  readonly word: string;
  readonly sentence: string;
  readonly children?: ReactNode;
}

/** The answer to "is this paper good?", readable from across a table. */
export function Verdict({ look, word, sentence, children }: VerdictProps) {
  const { icon, colours } = LOOKS[look];
  return (
    <section className={`edge rounded-xl [border-width:4px] p-5 text-center ${colours}`}>
      <p className="flex flex-wrap items-center justify-center gap-3 text-3xl leading-tight font-extrabold">
        <Icon name={icon} size={48} />
        {word}
      </p>
      <p className="mt-2 font-bold">{sentence}</p>
      {children}
    </section>
  );
}
