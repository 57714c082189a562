import type { Subject } from "#app/domain/content/index.ts";
import { unaccented } from "#app/domain/kernel/index.ts";

/** What tells one course of the catalogue from another. */
export interface CatalogueEntry {
  readonly id: string;
  readonly subject: Subject;
  readonly needs: readonly string[];
  readonly level: string;
  readonly minutes: number;
  /** Whether a phone can keep it and go on without signal. */
  readonly offline: boolean;
}

/** Up to an hour, up to two, more. */
export const LENGTHS = ["short", "medium", "long"] as const;
export type Length = (typeof LENGTHS)[number];

/** What somebody chose; null where she chose nothing. Needs and levels by their slug. */
export interface CatalogueChoice {
  readonly need: string | null;
  readonly subject: Subject | null;
  readonly level: string | null;
  readonly length: Length | null;
  readonly offline: "yes" | null;
}
export type Facet = keyof CatalogueChoice;

export const FACETS: readonly Facet[] = ["need", "subject", "level", "length", "offline"];
export const NO_CHOICE: CatalogueChoice = {
  need: null,
  subject: null,
  level: null,
  length: null,
  offline: null,
};

/** Something to choose, and how many courses it leaves together with what is chosen already. */
export interface ChoiceCount {
  readonly value: string;
  /** Its own words for a need or a level; the value for the rest. */
  readonly words: string;
  readonly courses: number;
}
export type ChoiceCounts = Readonly<Record<Facet, readonly ChoiceCount[]>>;

const HOUR_MINUTES = 60;

function lengthOf(minutes: number): Length {
  if (minutes <= HOUR_MINUTES) return "short";
  return minutes <= 2 * HOUR_MINUTES ? "medium" : "long";
}

/** "lợn bị ốm" → "lon-bi-om" */
export function slugOf(words: string): string {
  return unaccented(words).replaceAll(" ", "-");
}

export function fitsChoice(entry: CatalogueEntry, choice: CatalogueChoice): boolean {
  return FACETS.every((facet) => fitsFacet(entry, choice, facet));
}

function fitsFacet(entry: CatalogueEntry, choice: CatalogueChoice, facet: Facet): boolean {
  const chosen = choice[facet];
  return chosen === null || valuesOf(entry, facet).some(({ value }) => value === chosen);
}

function valuesOf(
  entry: CatalogueEntry,
  facet: Facet,
): readonly { readonly value: string; readonly words: string }[] {
  switch (facet) {
    case "need":
      return entry.needs.map((need) => ({ value: slugOf(need), words: need }));
    case "subject":
      return [{ value: entry.subject, words: entry.subject }];
    case "level":
      return [{ value: slugOf(entry.level), words: entry.level }];
    case "length": {
      const length = lengthOf(entry.minutes);
      return [{ value: length, words: length }];
    }
    case "offline":
      return entry.offline ? [{ value: "yes", words: "yes" }] : [];
  }
}

/** Every value there is of each kind, most courses first, counted within the other choices. */
export function countChoices(
  entries: readonly CatalogueEntry[],
  choice: CatalogueChoice,
): ChoiceCounts {
  const counts = (facet: Facet): readonly ChoiceCount[] => {
    const others = { ...choice, [facet]: null };
    const found = new Map<string, ChoiceCount>();
    for (const entry of entries) {
      const one = fitsChoice(entry, others) ? 1 : 0;
      for (const { value, words } of valuesOf(entry, facet)) {
        const before = found.get(value)?.courses ?? 0;
        found.set(value, { value, words, courses: before + one });
      }
    }
    return [...found.values()].toSorted((a, b) => b.courses - a.courses);
  };
  return {
    need: counts("need"),
    subject: counts("subject"),
    level: counts("level"),
    length: counts("length"),
    offline: counts("offline"),
  };
}

/** A way out where nothing fits: one choice given up, and how many courses that leaves. */
export interface WayOut {
  readonly without: Facet;
  readonly courses: number;
}

/** The choices that, given up one at a time, leave something; the one that leaves most first. */
export function waysOut(
  entries: readonly CatalogueEntry[],
  choice: CatalogueChoice,
): readonly WayOut[] {
  return FACETS.filter((facet) => choice[facet] !== null)
    .map((without) => ({
      without,
      courses: entries.filter((entry) => fitsChoice(entry, { ...choice, [without]: null })).length,
    }))
    .filter(({ courses }) => courses > 0)
    .toSorted((a, b) => b.courses - a.courses);
}
