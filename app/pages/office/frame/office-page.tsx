import type { ReactNode } from "react";

import { Brand } from "#app/kit/brand.tsx";
import { useFrame } from "#app/kit/frame-context.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { MAIN_ID, SampleBanner, SkipLink } from "#app/kit/page-frame.tsx";
import { useWords } from "#app/locales/index.ts";
import { href } from "#app/routes.ts";

import { DeskStyles } from "./desk-styles.tsx";
import { NAVIGATION, type NavKey } from "./navigation.ts";
import { deskHref, useDeskHref, useOffice } from "./office-frame.ts";

interface OfficePageProps {
  readonly heading: string;
  /** None where the page is of no matter: it is not there. */
  readonly current?: NavKey | undefined;
  readonly children: ReactNode;
  /** Use the whole width of the screen, for long lists. */
  readonly wide?: boolean | undefined;
  /** The page as it is for any place, where whoever holds several offices may look at another one. */
  readonly switchHref?: string | undefined;
}

/** An official's page: whose desk it is, the navigation of the office, the way out. Prints the <h1>. */
export function OfficePage({
  heading,
  current,
  children,
  wide = false,
  switchHref,
}: OfficePageProps) {
  const { person } = useFrame();
  const office = useOffice();
  const toDesk = useDeskHref();
  const words = useWords();
  const items: (typeof NAVIGATION)[typeof office.kind] = NAVIGATION[office.kind];
  const nav = items.map(({ key, icon, label, href: hrefOf }) => ({
    key,
    icon,
    label: label(words),
    href: toDesk(hrefOf(office)),
  }));
  const { deskNavigation, signOut } = words.common.frame;
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
              {signOut}
            </button>
          </form>
        </div>
        <SampleBanner />
      </header>
      <nav className="matters" aria-label={deskNavigation}>
        {nav.map(({ key, href, label, icon }) => (
          <a key={key} href={href} aria-current={key === current ? "page" : undefined}>
            <Icon name={icon} />
            {label}
          </a>
        ))}
      </nav>
      <main className="flow" id={MAIN_ID}>
        <h1>{heading}</h1>
        {switchHref === undefined ? null : <PlaceSwitch href={switchHref} />}
        {children}
      </main>
    </div>
  );
}

/** For whoever answers for several places: on whose desk to look. */
function PlaceSwitch({ href }: { readonly href: string }) {
  const words = useWords().desk;
  const { placeId: current, places } = useOffice();
  if (places.length <= 1) return null;
  return (
    <nav className="no-print flex flex-wrap gap-x-5" aria-label={words.communes}>
      {places.map(({ placeId, placeName }) => (
        <a
          key={placeId}
          className="back"
          href={deskHref(href, placeId)}
          aria-current={placeId === current ? "page" : undefined}
        >
          {placeName}
        </a>
      ))}
    </nav>
  );
}

/** Keeps the chosen place in a form sent by GET, which forgets the rest of its address. */
export function DeskField() {
  const { named } = useOffice();
  return named === null ? null : <input type="hidden" name="xa" value={named} />;
}
