import type { OfferedCourse } from "#app/domain/cmi5/index.server.ts";
import type { Catalogue } from "#app/domain/content/index.ts";
import {
  type CatalogueEntry,
  countChoices,
  type CourseHit,
  type CourseSearch,
  fitsChoice,
  NO_CHOICE,
  type LessonHit,
  openCourseSearch,
  searchableCourse,
  type SearchFound,
  waysOut,
} from "#app/domain/guidance/index.ts";
import type { CourseRecord } from "#app/domain/learning/index.ts";
import type { CatalogueAddress } from "./catalogue-address.ts";
import { type CourseListing, listingOf } from "#app/pages/learn/blocks/course-view.ts";
import { listingOfPackage } from "#app/pages/learn/package/package-view.ts";

/** A course as the catalogue lists it, with what it is chosen by. */
interface CatalogueLine {
  readonly listing: CourseListing;
  readonly entry: CatalogueEntry;
}

/** Our own courses and those of other makers, as one list. */
function catalogueLines({
  catalogue,
  records,
  packages,
  packageLevel,
}: Parameters<typeof findInCatalogue>[0]): readonly CatalogueLine[] {
  const own = catalogue.map((course) => lineOf(listingOf(course, records), course.needs, true));
  // What other makers pack runs only where it can be reached.
  const others = packages.map((one) => lineOf(listingOfPackage(one, packageLevel), [], false));
  return [...own, ...others];
}

function lineOf(listing: CourseListing, needs: readonly string[], offline: boolean): CatalogueLine {
  const { id, subject, level, minutes } = listing;
  return { listing, entry: { id, subject, level, minutes, needs, offline } };
}

/** What the catalogue's page shows for its address. */
export function findInCatalogue(
  offered: {
    readonly catalogue: Catalogue;
    readonly records: readonly CourseRecord[];
    readonly packages: readonly OfferedCourse[];
    /** What stands in the place of a level beside a course of another maker. */
    readonly packageLevel: string;
  },
  { choice, query }: CatalogueAddress,
) {
  const lines = catalogueLines(offered);
  const others = lines.slice(offered.catalogue.length);
  const search = query === "" ? null : searchCatalogue(offered.catalogue, others, query);
  const met =
    search === null
      ? lines.map((line) => ({ ...line, lessons: [] }))
      : linesOfHits(lines, search.hits);
  const entries = met.map(entryOf);
  const fitting = met.filter(({ entry }) => fitsChoice(entry, choice));
  // Where nothing was met, what is offered to choose begins anew.
  const lost = met.length === 0;
  return {
    choices: lost
      ? { address: NOTHING_ASKED, counts: countChoices(lines.map(entryOf), NO_CHOICE) }
      : { address: { choice, query }, counts: countChoices(entries, choice) },
    found: fitting.map(({ listing, lessons }) => ({ course: listing, lessons })),
    how: search?.how ?? ("as-typed" as const),
    suggestion: search?.suggestion ?? null,
    ways: fitting.length > 0 ? [] : waysOut(entries, choice),
  };
}

/** What was typed, told by the best way in which anything was found. */
interface CatalogueFound {
  readonly how: SearchFound["how"];
  readonly suggestion: string | null;
  readonly hits: readonly CourseHit[];
}

function searchCatalogue(
  catalogue: Catalogue,
  packages: readonly CatalogueLine[],
  query: string,
): CatalogueFound {
  const own = searchOf(catalogue).find(query);
  const others = openCourseSearch(
    packages.map(({ listing: { id, title, summary } }) => ({
      id,
      title,
      summary,
      needs: [],
      outcomes: [],
      lessons: [],
    })),
  ).find(query);
  const ways = [own, others].filter(({ hits }) => hits.length > 0);
  const how = HOW.find((each) => ways.some((way) => way.how === each)) ?? own.how;
  const best = ways.filter((way) => way.how === how);
  return {
    how,
    suggestion: best[0]?.suggestion ?? null,
    hits: best.flatMap(({ hits }) => hits),
  };
}

const NOTHING_ASKED: CatalogueAddress = { choice: NO_CHOICE, query: "" };

function entryOf({ entry }: CatalogueLine): CatalogueEntry {
  return entry;
}

const HOW = ["as-typed", "mended", "near"] as const;

/** An index for each catalogue that was read, for as long as it is in use. */
const searches = new WeakMap<Catalogue, CourseSearch>();

function searchOf(catalogue: Catalogue): CourseSearch {
  const known = searches.get(catalogue);
  if (known !== undefined) return known;
  const search = openCourseSearch(catalogue.map((course) => searchableCourse(course)));
  searches.set(catalogue, search);
  return search;
}

/** Lines in the order of the hits, each with the lessons that were met. */
function linesOfHits(
  lines: readonly CatalogueLine[],
  hits: readonly CourseHit[],
): readonly (CatalogueLine & { readonly lessons: readonly LessonHit[] })[] {
  return hits.flatMap(({ courseId, lessons }) => {
    const line = lines.find(({ entry }) => entry.id === courseId);
    return line === undefined ? [] : [{ ...line, lessons }];
  });
}
