import type { ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";

import { Brand } from "./brand.tsx";
import { useFrame } from "./frame-context.tsx";
import { Icon } from "./icon.tsx";

export const MAIN_ID = "noi-dung";

type LearnerPlace = "learn" | "portfolio" | "assess" | "account";

const learnerPlaces = [
  ["learn", "/hoc"],
  ["portfolio", "/so-hoc-tap"],
  ["assess", "/tu-danh-gia"],
  ["account", "/tai-khoan"],
] as const satisfies readonly (readonly [LearnerPlace, string])[];

interface LearnerPageProps {
  readonly heading: string;
  readonly children: ReactNode;
  readonly back?: { readonly href: string; readonly label: string } | undefined;
  readonly current?: LearnerPlace | undefined;
}

/** A learner's page: one task, a way back, four places to go. Prints the <h1>. */
export function LearnerPage({ heading, children, back, current }: LearnerPageProps) {
  const { person } = useFrame();
  return (
    <div className={person === null ? "page" : "page page-nav"}>
      <SkipLink />
      <header>
        <div className="bar">
          <Brand href={person === null ? "/" : "/hoc"} />
          {person === null ? null : (
            <span className="who">
              <Icon name="account" />
              {person.name}
            </span>
          )}
        </div>
        <SampleBanner />
      </header>
      {person === null ? null : <LearnerNavigation current={current} />}
      <main className="flow" id={MAIN_ID}>
        {back === undefined ? null : (
          <a className="back" href={back.href}>
            <Icon name="back" />
            {back.label}
          </a>
        )}
        <h1>{heading}</h1>
        {children}
      </main>
    </div>
  );
}

function LearnerNavigation({ current }: { readonly current: LearnerPlace | undefined }) {
  const words = useWords().common.frame;
  return (
    <nav className="places" aria-label={words.mainNavigation}>
      {learnerPlaces.map(([place, href]) => (
        <a key={place} href={href} aria-current={place === current ? "page" : undefined}>
          <Icon name={place} />
          {words[place]}
        </a>
      ))}
    </nav>
  );
}

/** Of one page: the first thing a keyboard meets. */
export function SkipLink() {
  return (
    <a className="skip" href={`#${MAIN_ID}`}>
      {useWords().common.frame.skip}
    </a>
  );
}

export function SampleBanner() {
  const { sample } = useFrame();
  const { sampleData } = useWords().common;
  return sample ? (
    <p className="sample">
      <Icon name="info" size={20} />
      {sampleData}
    </p>
  ) : null;
}
