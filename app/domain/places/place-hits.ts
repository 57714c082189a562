import { compareVietnamese, PlaceId } from "#app/domain/kernel/index.ts";

import { type PlaceHit, placeSearchName, placeTitle } from "./place.ts";
import type { PlaceQuery } from "./place-query.ts";

/** A commune of today with one name that fits a query: its own, or that of an old commune. */
export type NamedCommune = {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly provinceType: string;
  readonly provinceName: string;
  readonly code: string;
  /** How well the name fits; 0 is best. */
  readonly rank: number;
} & (
  | {
      readonly oldName: string;
      readonly oldDistrict: string;
      readonly oldProvince: string;
      readonly how: string;
    }
  | {
      readonly oldName: null;
      readonly oldDistrict: null;
      readonly oldProvince: null;
      readonly how: null;
    }
);

interface RankedHit {
  readonly hit: PlaceHit;
  readonly rank: number;
}

/** One hit per commune, the best first; among equals own names first, then in Vietnamese order. */
export function hitsOf(
  names: readonly NamedCommune[],
  { area }: PlaceQuery,
  limit: number,
): readonly PlaceHit[] {
  const byCommune = new Map<string, NamedCommune[]>();
  for (const named of names.filter((candidate) => isWithin(candidate, area))) {
    byCommune.set(named.id, [...(byCommune.get(named.id) ?? []), named]);
  }
  return [...byCommune.values()]
    .flatMap((group) => hitOf(group))
    .toSorted(compareHits)
    .slice(0, limit)
    .map(({ hit }) => hit);
}

function isWithin(named: NamedCommune, area: string): boolean {
  const around = [named.provinceType, named.provinceName, named.oldDistrict, named.oldProvince];
  const words = ` ${placeSearchName(around.join(" "))}`;
  return area.split(" ").every((word) => words.includes(` ${word}`));
}

function hitOf(group: readonly NamedCommune[]): readonly RankedHit[] {
  const [first] = group;
  if (first === undefined) return [];
  const rank = Math.min(...group.map((named) => named.rank));
  const best = group.filter((named) => named.rank === rank);
  const olds = best.flatMap(({ oldName, oldDistrict, oldProvince, how }) =>
    oldName === null ? [] : [{ oldName, oldDistrict, oldProvince, how }],
  );
  const hit = {
    placeId: PlaceId.parse(first.id),
    name: placeTitle(first),
    provinceName: placeTitle({ type: first.provinceType, name: first.provinceName }),
    code: first.code,
    via: olds.length < best.length ? null : olds,
  };
  return [{ hit, rank }];
}

function compareHits(a: RankedHit, b: RankedHit): number {
  return (
    a.rank - b.rank ||
    Number(a.hit.via !== null) - Number(b.hit.via !== null) ||
    compareVietnamese(a.hit.name, b.hit.name) ||
    compareVietnamese(a.hit.provinceName, b.hit.provinceName)
  );
}
