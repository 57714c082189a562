import type { EvidenceView } from "#app/domain/portfolio/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Icon } from "#app/kit/icon.tsx";
import { Badge } from "#app/kit/progress.tsx";
import { href } from "#app/routes.ts";

interface EvidenceListProps {
  readonly evidence: readonly EvidenceView[];
  /** The commune, when somebody other than the owner looks. */
  readonly communeId?: string | undefined;
  /** Offers the owner to take a piece back. */
  readonly own?: boolean | undefined;
  /** Of each title; 2 where the list is all that its page shows. */
  readonly level?: 2 | 3 | undefined;
}

const THUMBNAIL_PX = 160;

/** What somebody did, told by herself, with photographs; they load when they come into view. */
export function EvidenceList({ evidence, communeId, own = false, level = 3 }: EvidenceListProps) {
  const Title = `h${level}` as const;
  const words = useWords().portfolio.evidence;
  return (
    <ul className="flow">
      {evidence.map((item) => (
        <li key={item.id} className="card flow">
          <Title>{item.title}</Title>
          <p className="meta">
            <span>
              <Icon name="calendar" size={20} />
              {words.day(item.happenedOn)}
            </span>
            <span>
              <Icon name="assess" size={20} />
              {words.speaksFor(item.indicators)}
            </span>
          </p>
          {item.counts ? null : <Badge tone="warning">{words.otherYear}</Badge>}
          {item.description === "" ? null : (
            <p className="whitespace-pre-line">{item.description}</p>
          )}
          <Photo item={item} communeId={communeId} />
          {own ? (
            <p>
              <a
                className="back"
                href={href("portfolio/evidence", { evidence: item.id })}
                aria-label={words.withdraw(item.title)}
              >
                <Icon name="cross" />
                {words.withdrawShort}
              </a>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

interface PhotoProps {
  readonly item: EvidenceView;
  readonly communeId: string | undefined;
}

function Photo({ item: { id, title, photo }, communeId }: PhotoProps) {
  const words = useWords().portfolio.evidence;
  if (photo === null) return null;
  const whose = communeId === undefined ? "" : `xa=${communeId}`;
  return (
    <a
      className="inline-grid gap-1"
      href={`${href("files/evidence-photo", { evidence: id })}?${whose}`}
    >
      <img
        src={`${href("files/evidence-photo", { evidence: id })}?nho=1&${whose}`}
        alt={words.photoOf(title)}
        width={THUMBNAIL_PX}
        height={Math.round((THUMBNAIL_PX * photo.height) / photo.width)}
        loading="lazy"
        className="edge rounded-lg"
      />
      <span>{words.openPhoto}</span>
    </a>
  );
}
