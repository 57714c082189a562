import type { ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";
import { href } from "#app/routes.ts";

import { Brand } from "./brand.tsx";
import { WHOLE_PARAM } from "./easy-screens.ts";
import { useFrame } from "./frame-context.tsx";
import { Icon } from "./icon.tsx";
import { PageFoot } from "./page-foot.tsx";

export const MAIN_ID = "noi-dung";

type LearnerPlace = "learn" | "portfolio" | "assess" | "account";

const learnerPlaces = [
  ["learn", href("learn/catalogue")],
  ["portfolio", href("portfolio/book")],
  ["assess", href("portfolio/assessment")],
  ["account", href("account/overview")],
] as const satisfies readonly (readonly [LearnerPlace, string])[];

interface LearnerPageProps {
  readonly heading: string;
  /** Where the heading is not in the language of the page. */
  readonly headingLang?: "vi" | undefined;
  readonly children: ReactNode;
  readonly back?: { readonly href: string; readonly label: string } | undefined;
  readonly current?: LearnerPlace | undefined;
  /** False where nothing can be sent: no signal, no other language. */
  readonly foot?: boolean | undefined;
}

/** A learner's page: one task, a way back, four places to go. Prints the <h1>. */
export function LearnerPage(props: LearnerPageProps) {
  const { heading, headingLang, children, back, current, foot = true } = props;
  const { person, settings } = useFrame();
  const look = person === null ? "page" : "page page-nav";
  return (
    <div className={settings.easyView ? `${look} easy` : look}>
      <SkipLink />
      <header>
        <div className="bar">
          <Brand href={person === null ? "/" : href("learn/catalogue")} />
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
        <h1 lang={headingLang}>{heading}</h1>
        {children}
        {settings.easyView ? <WholePage /> : null}
      </main>
      {foot ? <PageFoot /> : null}
    </div>
  );
}

/** In the easy view: the same page with everything that is left out of it. */
function WholePage() {
  const { more } = useWords().ear.easy;
  return (
    <p>
      <a className="back" href={`?${WHOLE_PARAM}=du`}>
        <Icon name="list" />
        {more}
      </a>
    </p>
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
