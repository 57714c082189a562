import type { OldCommune, PlaceHit } from "#app/domain/places/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Card } from "#app/kit/card.tsx";
import { EmptyState } from "#app/kit/empty-state.tsx";

interface CommuneHitsProps {
  readonly hits: readonly PlaceHit[];
  readonly query: string;
  /** Whether more fit than are shown. */
  readonly cut: boolean;
}

/** Communes of today that were found, by today's name or by an old one. */
export function CommuneHits({ hits, query, cut }: CommuneHitsProps) {
  const words = useWords().learning.communes;
  if (hits.length === 0) {
    return (
      <EmptyState icon="search" title={words.none(query)}>
        {words.noneText}
      </EmptyState>
    );
  }
  return (
    <>
      <p>{(cut ? words.foundMost : words.found)(hits.length, query)}</p>
      {hits.map((hit) => (
        <Card key={hit.placeId} heading={words.now(hit.name, hit.provinceName)} icon="village">
          {hit.via === null ? null : <FormerNames via={hit.via} />}
          {hit.code === "" ? null : <p className="hint">{words.code(hit.code)}</p>}
        </Card>
      ))}
    </>
  );
}

function FormerNames({ via }: { readonly via: readonly OldCommune[] }) {
  const words = useWords().learning.communes;
  return (
    <div>
      <p>{words.formerly}</p>
      <ul className="bullets">
        {via.map(({ oldName, oldDistrict, oldProvince, how }) => (
          <li key={`${oldName} ${oldDistrict} ${how}`}>
            {words.old(oldName, oldDistrict, oldProvince)}
            {how.startsWith("Nhập một phần") ? ` (${words.partly})` : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
