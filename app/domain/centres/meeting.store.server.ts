import type { Db } from "#app/db/index.server.ts";
import { AccountId, Day, PersonId, PlaceId } from "#app/domain/kernel/index.ts";
import { placeTitle } from "#app/domain/places/index.ts";

import { ShowOfHands } from "./show-of-hands.ts";
import { type AttendedMeeting, type Meeting, MeetingId } from "./meeting.ts";

interface MeetingRow {
  readonly id: string;
  readonly commune_id: string;
  readonly place_id: string;
  readonly place_type: string;
  readonly place_name: string;
  readonly held_on: string;
  readonly minutes: number;
  readonly topic: string;
  readonly course_id: string;
  readonly lesson_id: string;
  readonly content_version: string | null;
  readonly promoter_id: string;
  readonly promoter_name: string;
  readonly office_title: string | null;
  readonly office_place_type: string | null;
  readonly office_place_name: string | null;
  readonly opened_at: Date;
  readonly closed_at: Date | null;
  readonly present: number;
}

/** Which meetings are asked for; null: not asked. */
interface MeetingQuestion {
  readonly meetingId: string | null;
  readonly within: TeachingReach | null;
  readonly open: boolean | null;
  readonly attended: {
    readonly communeId: PlaceId;
    readonly personId: PersonId;
    readonly year: number;
  } | null;
  readonly limit: number;
  readonly offset: number;
}

const ANY: MeetingQuestion = {
  meetingId: null,
  within: null,
  open: null,
  attended: null,
  limit: 1000,
  offset: 0,
};

/** Where somebody leads classes: at these places, and anywhere in these communes. */
export interface TeachingReach {
  readonly placeIds: readonly PlaceId[];
  readonly communeIds: readonly PlaceId[];
}

/** The newest first; who led with the office of that day, the nearest one where there are several. */
async function meetings(db: Db, asked: MeetingQuestion): Promise<readonly Meeting[]> {
  const { meetingId, within, open, attended } = asked;
  const rows = await db.$queryRaw<MeetingRow[]>`
    SELECT m.id, m.commune_id, m.place_id, pl.type AS place_type, pl.name AS place_name,
           m.held_on::text AS held_on, m.minutes, m.topic, m.course_id, m.lesson_id,
           m.content_version, m.promoter_id, p.full_name AS promoter_name, o.title AS office_title,
           o.type AS office_place_type, o.name AS office_place_name, m.opened_at, m.closed_at,
           (SELECT count(*)::int FROM attendance a
            WHERE a.commune_id = m.commune_id AND a.meeting_id = m.id) AS present
    FROM class_meeting m
    JOIN place pl ON pl.id = m.place_id
    JOIN person p ON p.commune_id = m.commune_id AND p.id = m.promoter_id
    LEFT JOIN LATERAL (
      SELECT o.title, ov.type, ov.name
      FROM office o JOIN place ov ON ov.id = o.place_id
      WHERE o.commune_id = m.commune_id AND o.person_id = m.promoter_id
        AND o.place_id IN (m.place_id, m.commune_id) AND o.role <> 'provincial_officer'
        AND o.valid_from <= m.held_on AND (o.valid_to IS NULL OR o.valid_to >= m.held_on)
      ORDER BY o.place_id = m.place_id DESC, o.role = 'promoter' DESC, o.id LIMIT 1
    ) o ON true
    WHERE m.course_id IS NOT NULL
      AND (${meetingId}::uuid IS NULL OR m.id = ${meetingId}::uuid)
      AND (${open}::boolean IS NULL OR (m.closed_at IS NULL) = ${open}::boolean)
      AND (${within === null} OR m.place_id = ANY(${[...(within?.placeIds ?? [])]}::uuid[])
           OR m.commune_id = ANY(${[...(within?.communeIds ?? [])]}::uuid[]))
      AND (${attended === null}
           OR (m.commune_id = ${attended?.communeId ?? null}::uuid
               AND extract(year FROM m.held_on) = ${attended?.year ?? 0}
               AND EXISTS (SELECT FROM attendance a
                           WHERE a.commune_id = m.commune_id AND a.meeting_id = m.id
                             AND a.person_id = ${attended?.personId ?? null}::uuid
                             AND a.statement_id IS NOT NULL)))
    ORDER BY m.held_on DESC, m.opened_at DESC, m.id
    LIMIT ${asked.limit} OFFSET ${asked.offset}`;
  return rows.map((row) => ({
    meetingId: MeetingId.parse(row.id),
    communeId: PlaceId.parse(row.commune_id),
    placeId: PlaceId.parse(row.place_id),
    placeName: placeTitle({ type: row.place_type, name: row.place_name }),
    heldOn: Day.parse(row.held_on),
    minutes: row.minutes,
    topic: row.topic,
    courseId: row.course_id,
    lessonId: row.lesson_id,
    contentVersion: row.content_version ?? "",
    promoterId: PersonId.parse(row.promoter_id),
    promoterName: row.promoter_name,
    promoterOffice: officeOf(row),
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    present: row.present,
  }));
}

/** The meeting of that id within the transaction's scope, or null. */
export async function findMeeting(db: Db, meetingId: string): Promise<Meeting | null> {
  const [found] = await meetings(db, { ...ANY, meetingId, limit: 1 });
  return found ?? null;
}

/** Holds a meeting until the transaction ends, so that phones that call its roll come one after another. */
export async function lockMeeting(db: Db, meetingId: string): Promise<void> {
  await db.$queryRaw`SELECT FROM class_meeting WHERE id = ${meetingId}::uuid FOR UPDATE`;
}

/** Meetings that are open, or were closed, the newest first. */
export function findMeetings(
  db: Db,
  within: TeachingReach,
  part: { readonly open: boolean; readonly limit: number; readonly offset: number },
): Promise<readonly Meeting[]> {
  return meetings(db, { ...ANY, within, ...part });
}

export function countClosed(db: Db, { placeIds, communeIds }: TeachingReach): Promise<number> {
  return db.classMeeting.count({
    where: {
      courseId: { not: null },
      closedAt: { not: null },
      OR: [{ placeId: { in: [...placeIds] } }, { communeId: { in: [...communeIds] } }],
    },
  });
}

export type NewMeeting = Omit<
  Meeting,
  "placeName" | "promoterName" | "promoterOffice" | "closedAt" | "present" | "meetingId"
> & { readonly meetingId: string };

/** False, and nothing written, when the commune has a meeting of that id already. */
export async function insertMeetingOnce(db: Db, meeting: NewMeeting): Promise<boolean> {
  const { meetingId: id, heldOn, ...rest } = meeting;
  const { count } = await db.classMeeting.createMany({
    data: { id, heldOn: new Date(heldOn), ...rest },
    skipDuplicates: true,
  });
  return count === 1;
}

/** `at` null: it is open again. */
export async function setClosed(db: Db, meeting: Meeting, at: Date | null): Promise<void> {
  const { communeId, meetingId: id } = meeting;
  await db.classMeeting.update({
    where: { communeId_id: { communeId, id } },
    data: { closedAt: at },
  });
}

export async function saveHands(
  db: Db,
  { communeId, meetingId }: Meeting,
  answer: { readonly questionId: string; readonly hands: ShowOfHands; readonly at: Date },
): Promise<void> {
  const { questionId, hands, at: recordedAt } = answer;
  await db.groupAnswer.upsert({
    where: { communeId_meetingId_questionId: { communeId, meetingId, questionId } },
    create: { communeId, meetingId, questionId, hands, recordedAt },
    update: { hands, recordedAt },
  });
}

/** What the group's hands said, by question. */
export async function findHands(
  db: Db,
  { communeId, meetingId }: Meeting,
): Promise<Readonly<Record<string, ShowOfHands>>> {
  const rows = await db.groupAnswer.findMany({ where: { communeId, meetingId } });
  return Object.fromEntries(
    rows.map(({ questionId, hands }) => [questionId, ShowOfHands.parse(hands)]),
  );
}

/** The account by which statements name a person of a commune; null when there is none. */
export async function findAccountId(
  db: Db,
  communeId: PlaceId,
  personId: PersonId,
): Promise<AccountId | null> {
  const row = await db.account.findFirst({ where: { communeId, personId } });
  return row === null ? null : AccountId.parse(row.id);
}

/** Closed meetings of one year that somebody was at, the newest first. */
export function findAttendedMeetings(
  db: Db,
  attended: { readonly communeId: PlaceId; readonly personId: PersonId; readonly year: number },
): Promise<readonly AttendedMeeting[]> {
  return meetings(db, { ...ANY, open: false, attended });
}

function officeOf(row: MeetingRow): string {
  const { office_title: title, office_place_type: type, office_place_name: name } = row;
  return title === null ? "" : `${title}, ${placeTitle({ type: type ?? "", name: name ?? "" })}`;
}
