import { type CriteriaSet, type OwnScores, passes } from "#app/domain/criteria/index.ts";
import type { PortfolioPaper } from "#app/domain/documents/index.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { dayOf } from "#app/domain/kernel/index.ts";
import type { Portfolio } from "#app/domain/portfolio/index.ts";
import { readEvidencePhoto } from "#app/domain/portfolio/index.server.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";

const MINUTES_AN_HOUR = 60;

interface PaperOf {
  readonly portfolio: Portfolio;
  readonly criteria: CriteriaSet;
  /** The holder's own scores; null when they are nobody else's business or there are none. */
  readonly scores: OwnScores | null;
  /** JPEGs by the id of the evidence, as `readPaperPhotos` gives them. */
  readonly photos: ReadonlyMap<string, Uint8Array>;
  readonly generatedAt: Date;
}

/** One year's portfolio as its paper says it: what counts for the year, and nothing else. */
export function portfolioPaper(of: PaperOf): PortfolioPaper {
  const { portfolio, criteria, scores, photos, generatedAt } = of;
  const { holder, year, learning, suggestions } = portfolio;
  const result = scores === null ? null : passes(criteria, scores);
  const scored = result !== null && result.missing.length < criteria.indicators.length;
  return {
    holderName: holder.fullName,
    holderCode: holderCode(portfolio),
    villageName: holder.villageName,
    communeName: holder.communeName,
    provinceName: holder.provinceName,
    year,
    generatedAt,
    courses: coursesOf(portfolio),
    totalHours: hours(learning.minutes),
    helpedLessons: learning.helpedLessons,
    meetings: portfolio.attended,
    indicators: criteria.indicators.map(({ code, name }) => {
      const suggestion = suggestions.find((each) => each.code === code);
      return {
        code,
        name,
        suggested: suggestion?.suggested ?? null,
        self: scores?.[code]?.score ?? null,
        reasons: suggestion?.reasons ?? [],
      };
    }),
    suggestedTotal: portfolio.suggestedTotal,
    selfTotal: scored ? result.total : null,
    evidence: portfolio.evidence
      .filter(({ counts }) => counts)
      .map(({ id, title, happenedOn, description, indicators }) => ({
        title,
        happenedOn,
        description,
        indicators,
        photo: photos.get(id) ?? null,
      })),
    attestations: portfolio.attestations.map((attestation) => ({
      indicatorCode: attestation.indicator,
      attestorName: attestation.attestorName,
      office: attestation.attestorOffice,
      on: attestation.attestedOn,
      words: saidOf(criteria, attestation),
    })),
    verificationUrl: null,
    sample: holder.sample,
  };
}

/** The photographs of the year's evidence; whoever is not the owner is logged for each. */
export async function readPaperPhotos(
  deps: Deps,
  actor: Actor,
  { holder, evidence }: Portfolio,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const photos = new Map<string, Uint8Array>();
  for (const { id, photo, counts } of evidence) {
    if (photo === null || !counts) continue;
    // One after another: a year may hold sixty.
    // oxlint-disable-next-line no-await-in-loop
    const read = await readEvidencePhoto(deps, actor, {
      communeId: holder.communeId,
      evidenceId: id,
    });
    // Printed as unreadable: a paper does not pass over what it should show.
    if (!read.ok && read.refusal.code === "photo-lost") photos.set(id, new Uint8Array());
    if (read.ok) photos.set(id, read.value.jpeg);
  }
  return photos;
}

function coursesOf({ learning, courseInfo }: Portfolio): PortfolioPaper["courses"] {
  return learning.courses.map(({ courseId, completedAt, finalScaled, lessonsDone, minutes }) => {
    const info = courseInfo.find((each) => each.courseId === courseId);
    return {
      title: info?.title ?? courseId,
      lessonsDone,
      lessonsTotal: Math.max(info?.lessonsTotal ?? 0, lessonsDone),
      scorePercent: finalScaled === null ? null : Math.round(finalScaled * 100),
      hours: hours(minutes),
      completedOn: completedAt === null ? null : dayOf(completedAt),
    };
  });
}

/** The level in its own words, then what was said. */
function saidOf(
  { attestationScale }: CriteriaSet,
  { level, words }: { readonly level: string; readonly words: string },
): string {
  const rung = attestationScale.find(({ code }) => code === level)?.words ?? level;
  return words === "" ? rung : `${rung}. ${words}`;
}

/** To tenths. */
function hours(minutes: number): number {
  return Math.round((minutes * 10) / MINUTES_AN_HOUR) / 10;
}

/** Names the book of one person and year without telling anything of either: "2026-1A2B3C4D". */
function holderCode({ holder, year }: Portfolio): string {
  return `${year}-${holder.personId.slice(-8).toUpperCase()}`;
}
