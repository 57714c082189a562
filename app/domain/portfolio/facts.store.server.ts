import type { CourseInfo, PortfolioFacts } from "#app/domain/criteria/index.ts";
import type { Db } from "#app/db/index.server.ts";
import type { AttendedMeeting } from "#app/domain/centres/index.ts";
import { findAttendedMeetings } from "#app/domain/centres/index.server.ts";
import type { Catalogue } from "#app/domain/content/index.ts";
import { findWeeksKept } from "#app/domain/guidance/index.server.ts";
import { dayOf, type PersonId, type PlaceId } from "#app/domain/kernel/index.ts";
import { findPackageCourses, readLearningRecord } from "#app/domain/learning/index.server.ts";

import { findAttestations } from "./attestation.store.server.ts";
import { findEvidence } from "./evidence.store.server.ts";
import type { EvidenceView } from "./view.ts";

/**
 * All that speaks for one person in one year; `allEvidence` also has what lies outside the year,
 * `attended` tells of each class meeting.
 */
export async function gatherFacts(
  db: Db,
  catalogue: Catalogue,
  whose: { readonly communeId: PlaceId; readonly personId: PersonId; readonly year: number },
  now: Date,
): Promise<
  PortfolioFacts & {
    readonly allEvidence: readonly EvidenceView[];
    readonly attended: readonly AttendedMeeting[];
  }
> {
  const { communeId, personId, year } = whose;
  const learning = await readLearningRecord(db, communeId, personId, year);
  const evidence = await findEvidence(db, communeId, personId, year);
  const attestations = await findAttestations(db, communeId, [personId], year);
  const attended = await findAttendedMeetings(db, whose);
  const courseInfo = await namesOf(
    db,
    catalogue,
    learning.courses.map(({ courseId }) => courseId),
  );
  return {
    learning,
    courseInfo,
    evidence: evidence
      .filter(({ counts }) => counts)
      .map(({ id, title, indicators, happenedOn }) => ({ id, title, indicators, happenedOn })),
    allEvidence: evidence,
    attestations: attestations.get(personId) ?? [],
    meetings: attended.length,
    attended,
    planWeeks: await findWeeksKept(db, whose, dayOf(now)),
  };
}

/** Of our own courses and of those in packages; one that is neither any more is left out. */
async function namesOf(
  db: Db,
  catalogue: Catalogue,
  courseIds: readonly string[],
): Promise<readonly CourseInfo[]> {
  const own = catalogue
    .filter(({ id }) => courseIds.includes(id))
    .map(({ id, title, subject, lessons }) => ({
      courseId: id,
      title,
      subject,
      lessonsTotal: lessons.length,
    }));
  const others = courseIds.filter((id) => own.every(({ courseId }) => courseId !== id));
  const packages = await findPackageCourses(db, others);
  return [...own, ...packages.map(({ id, ...info }) => ({ courseId: id, ...info }))];
}
