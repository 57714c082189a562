import type { ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";

import { Brand } from "./brand.tsx";
import { useFrame } from "./frame-context.tsx";
import { Icon, type IconName } from "./icon.tsx";
import { PageFoot } from "./page-foot.tsx";

const MAIN_ID = "noi-dung";

type LearnerPlace = "learn" | "portfolio" | "assess" | "account";

const learnerPlaces = [
  ["learn", "/hoc"],
  ["portfolio", "/so-hoc-tap"],
  ["assess", "/tu-danh-gia"],
  ["account", "/tai-khoan"],
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
        <h1 lang={headingLang}>{heading}</h1>
        {children}
      </main>
      {foot ? <PageFoot /> : null}
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

interface DeskPageProps {
  readonly heading: string;
  readonly nav: readonly {
    readonly href: string;
    readonly label: string;
    readonly icon: IconName;
    readonly current: boolean;
  }[];
  readonly children: ReactNode;
  /** Use the whole width of the screen, for long lists. */
  readonly wide?: boolean | undefined;
}

/** An official's page: whose desk it is, the matters on it, the way out. Prints the <h1>. */
export function DeskPage({ heading, nav, children, wide = false }: DeskPageProps) {
  const { person } = useFrame();
  const words = useWords().common.frame;
  return (
    <div className={wide ? "page desk desk-wide" : "page desk"}>
      <SkipLink />
      <header>
        <div className="bar">
          <Brand href={nav[0]?.href ?? "/"} />
          <p className="office">
            <strong>{person?.office}</strong>
            <span>
              <Icon name="account" size={20} />
              {person?.name}
            </span>
          </p>
          <form method="post" action="/dang-xuat">
            <button className="sign-out">
              <Icon name="logout" />
              {words.signOut}
            </button>
          </form>
        </div>
        <SampleBanner />
      </header>
      <nav className="matters" aria-label={words.deskNavigation}>
        {nav.map(({ href, label, icon, current }) => (
          <a key={href} href={href} aria-current={current ? "page" : undefined}>
            <Icon name={icon} />
            {label}
          </a>
        ))}
      </nav>
      <main className="flow" id={MAIN_ID}>
        <h1>{heading}</h1>
        {children}
      </main>
    </div>
  );
}

/** Of one page: the first thing a keyboard meets. */
function SkipLink() {
  return (
    <a className="skip" href={`#${MAIN_ID}`}>
      {useWords().common.frame.skip}
    </a>
  );
}

function SampleBanner() {
  const { sample } = useFrame();
  const { sampleData } = useWords().common;
  return sample ? (
    <p className="sample">
      <Icon name="info" size={20} />
      {sampleData}
    </p>
  ) : null;
}
