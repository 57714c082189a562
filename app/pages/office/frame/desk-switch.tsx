import { useWords } from "#app/locales/index.ts";

import { deskHref, useNamedCommune } from "./desk-address.ts";

interface DeskSwitchProps {
  readonly communes: readonly { readonly placeId: string; readonly placeName: string }[];
  readonly current: string;
  /** The page, as it is for any commune. */
  readonly href: string;
}

/** For whoever answers for several communes: on whose desk to look. */
export function DeskSwitch({ communes, current, href }: DeskSwitchProps) {
  const words = useWords().desk;
  if (communes.length <= 1) return null;
  return (
    <nav className="no-print flex flex-wrap gap-x-5" aria-label={words.communes}>
      {communes.map(({ placeId, placeName }) => (
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

/** Keeps the chosen commune in a form sent by GET, which forgets the rest of its address. */
export function DeskField() {
  const communeId = useNamedCommune();
  return communeId === null ? null : <input type="hidden" name="xa" value={communeId} />;
}
