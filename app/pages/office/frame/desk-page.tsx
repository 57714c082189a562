import type { ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";

import { Brand } from "#app/kit/brand.tsx";
import { DeskStyles } from "./desk-styles.tsx";
import { useFrame } from "#app/kit/frame-context.tsx";
import { Icon, type IconName } from "#app/kit/icon.tsx";
import { MAIN_ID, SampleBanner, SkipLink } from "#app/kit/page-frame.tsx";
import { href } from "#app/routes.ts";

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
      <DeskStyles />
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
          <form method="post" action={href("account/sign-out")}>
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
