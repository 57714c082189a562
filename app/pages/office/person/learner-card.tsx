import { formatCardCode } from "#app/domain/identity/index.ts";
import type { PlaceId } from "#app/domain/kernel/index.ts";
import { useVietnamese, useWords, vi } from "#app/locales/index.ts";

import { ProductMark } from "#app/kit/brand.tsx";
import { Actions, ButtonLink } from "#app/kit/button.tsx";
import { useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { Notice } from "#app/kit/notice.tsx";
import { registerHref } from "#app/pages/office/people/people-address.ts";
import { href } from "#app/routes.ts";

/** A card just made, with the PIN that is shown this once. */
export interface ShownCard {
  readonly personId: string;
  readonly villageId: PlaceId;
  readonly fullName: string;
  readonly cardCode: string;
  readonly pin: string;
  /** With their kind words: "Bản Lùng", "Xã Bắc Hà". */
  readonly villageName: string;
  readonly communeName: string;
  /** Where one learns, without the scheme. */
  readonly site: string;
  /** The card's code as a picture: a data address. */
  readonly qr: string;
}

/** The card of 85 × 54 mm, and under it the PIN on a slip of its own, to be cut off. */
function LearnerCard({ card }: { readonly card: ShownCard }) {
  // A paper for whoever lives here: Vietnamese, whatever the official reads.
  const { common, people } = vi;
  const words = people.card;
  return (
    <div className="learner-card-sheet" lang={useVietnamese()}>
      <article className="learner-card" aria-label={words.label}>
        <p className="learner-card-head">
          <ProductMark size={28} />
          <strong>{common.productName}</strong>
          <span>{words.label}</span>
        </p>
        <p className="learner-card-name">{card.fullName}</p>
        <p>
          {card.villageName}, {card.communeName}
        </p>
        <p className="learner-card-code">
          <span>{words.code}</span> <strong>{formatCardCode(card.cardCode)}</strong>
        </p>
        <p>{words.site(card.site)}</p>
        <img className="learner-card-qr" src={card.qr} alt={words.qr} width={76} height={76} />
      </article>
      <article className="learner-card-pin" aria-label={words.pinOf(card.fullName)}>
        <p>{words.pinOf(card.fullName)}</p>
        <p className="learner-card-code">
          <span>{words.pin}</span> <strong>{card.pin}</strong>
        </p>
        <p>
          <strong>{words.secret}.</strong> {words.secretMore}
        </p>
      </article>
    </div>
  );
}

/** Somebody was registered: her card, and the way to the next person, who may live in the same village. */
export function CardMade({ card }: { readonly card: ShownCard }) {
  const words = useWords().people.card;
  const toDesk = useDeskHref();
  return (
    <>
      <Notice tone="success" title={words.doneTitle}>
        {words.done(card.fullName)}
      </Notice>
      <LearnerCard card={card} />
      <p className="hint no-print">{words.print}</p>
      <Actions>
        <ButtonLink href={toDesk(registerHref(card.villageId))} icon="plus">
          {words.next}
        </ButtonLink>
        <ButtonLink
          href={toDesk(href("office/person", { person: card.personId }))}
          tone="plain"
          icon="account"
        >
          {words.open}
        </ButtonLink>
        <ButtonLink href={toDesk(href("office/people"))} tone="plain" icon="people">
          {words.list}
        </ButtonLink>
      </Actions>
    </>
  );
}

/** A new PIN was given: the card again, with the slip. */
export function PinMade({ card }: { readonly card: ShownCard }) {
  const words = useWords().people.card;
  return (
    <>
      <Notice tone="success">
        <p>{words.reset(card.fullName)}</p>
        <p>{words.wait}</p>
      </Notice>
      <LearnerCard card={card} />
      <p className="hint no-print">{words.print}</p>
    </>
  );
}
