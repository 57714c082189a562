import type { Catalogue, Course } from "./course.ts";
import type { CompetenceFramework } from "./competence-framework.ts";

/** A course that serves something, at the level that it names; "" where there are no levels. */
export interface Serving {
  readonly courseId: string;
  readonly title: string;
  readonly level: string;
}

/** What can be served, and by which courses; none is a gap. */
export interface Covered {
  readonly code: string;
  readonly name: string;
  readonly courses: readonly Serving[];
}

type Claim = Course["frameworks"][number];

/** Each competence of a framework with the courses that name it, or the whole domain it lies in. */
export function coveredCompetences(
  catalogue: Catalogue,
  { framework, domains }: CompetenceFramework,
): readonly Covered[] {
  return domains.flatMap((domain) =>
    domain.competences.map(({ code, name }) => ({
      code,
      name,
      courses: servingBy(
        catalogue,
        (claim) =>
          claim.framework === framework && (claim.code === code || claim.code === domain.code),
      ),
    })),
  );
}

/** Each indicator of "Công dân học tập" with the courses that serve it. */
export function coveredIndicators(
  catalogue: Catalogue,
  indicators: readonly { readonly code: string; readonly name: string }[],
): readonly Covered[] {
  return indicators.map(({ code, name }) => ({
    code,
    name,
    courses: catalogue.flatMap(({ id, title, indicators: served }) =>
      served.includes(Number(code)) ? [{ courseId: id, title, level: "" }] : [],
    ),
  }));
}

/** Each foreign language with the courses that teach it; `name` is its code. */
export function coveredLanguages(
  catalogue: Catalogue,
  languages: readonly string[],
): readonly Covered[] {
  return languages.map((code) => ({
    code,
    name: code,
    courses: servingBy(
      catalogue,
      (claim) => claim.framework === "TT-01-2014-BGDDT" && claim.code === code,
    ),
  }));
}

function servingBy(catalogue: Catalogue, serves: (claim: Claim) => boolean): readonly Serving[] {
  return catalogue.flatMap(({ id, title, frameworks }) => {
    const level = frameworks.find((claim) => serves(claim))?.level;
    return level === undefined ? [] : [{ courseId: id, title, level }];
  });
}
