import { v5 as uuidv5 } from "uuid";

import type { Course, Lesson, Question } from "#app/domain/content/index.ts";
import type { AccountId } from "#app/domain/kernel/index.ts";
import {
  courseIri,
  lessonIriOf,
  type NamedStatement,
  questionActivity,
} from "#app/domain/learning/index.ts";
import { ACTIVITY_TYPES, type Activity, type Agent, VERBS } from "#app/domain/xapi/index.ts";

import type { ShowOfHands } from "./show-of-hands.ts";
import type { Meeting } from "./meeting.ts";

const NAMESPACE = "019ab8e2-64f3-7a55-8c1d-3e0a5b7f9d21";

/** What the statements of one meeting have in common. */
export interface MeetingFrame {
  /** No slash at its end. */
  readonly baseIri: string;
  readonly meeting: Meeting;
  readonly promoter: AccountId;
  /** Null when the course is no longer in the catalogue. */
  readonly course: Course | null;
  /** The text that the group had before it at the end. */
  readonly contentVersion: string;
  readonly at: Date;
}

/** `round` counts how often the meeting was closed before and taken back. */
export function attendedId({ meetingId }: Meeting, personId: string, round: number): string {
  return uuidv5([meetingId, personId, "attended", round].join(" "), NAMESPACE);
}

export function handsId({ meetingId }: Meeting, questionId: string, round: number): string {
  return uuidv5([meetingId, questionId, "hands", round].join(" "), NAMESPACE);
}

/** She was at a group's lesson. Says nothing of what she knows, and completes nothing. */
export function attendedStatement(
  frame: MeetingFrame,
  { id, accountId }: { readonly id: string; readonly accountId: AccountId },
): NamedStatement {
  const { baseIri, meeting } = frame;
  return {
    ...frameOf(frame, id),
    actor: accountAgent(baseIri, accountId),
    verb: VERBS.attended,
    object: lessonActivity(frame),
    result: { duration: `PT${meeting.minutes}M` },
  };
}

/** The group's hands at one question: nobody's own answer, and no score. */
export function handsStatement(
  frame: MeetingFrame,
  answer: {
    readonly id: string;
    readonly questionId: string;
    readonly hands: ShowOfHands;
    /** As it stands in the lesson now; null when it is no longer asked. */
    readonly asked: {
      readonly course: Course;
      readonly lesson: Lesson;
      readonly question: Question;
    } | null;
  },
): NamedStatement {
  const { baseIri, meeting } = frame;
  const { courseId, lessonId, meetingId, placeName } = meeting;
  const object: Activity =
    answer.asked === null
      ? {
          objectType: "Activity",
          id: `${lessonIriOf(baseIri, courseId, lessonId)}/cau-hoi/${answer.questionId}`,
          definition: { type: ACTIVITY_TYPES.question },
        }
      : questionActivity({ baseIri, ...answer.asked }, answer.asked.question);
  return {
    ...frameOf(frame, answer.id),
    actor: {
      objectType: "Group",
      name: placeName,
      account: { homePage: baseIri, name: `lop-${meetingId}` },
    },
    verb: VERBS.answered,
    object,
    result: { extensions: { [`${baseIri}/ext/hands`]: answer.hands } },
  };
}

/** Takes back a statement of a meeting; its own id tells which. */
export function voidingStatement(
  { baseIri, by, at }: { readonly baseIri: string; readonly by: AccountId; readonly at: Date },
  statementId: string,
): NamedStatement {
  return {
    id: uuidv5(`${statementId} voided`, NAMESPACE),
    actor: accountAgent(baseIri, by),
    verb: VERBS.voided,
    object: { objectType: "StatementRef", id: statementId },
    timestamp: at.toISOString(),
  };
}

function frameOf(frame: MeetingFrame, id: string) {
  const { baseIri, meeting, promoter, course, contentVersion, at } = frame;
  const grouping: Activity = {
    objectType: "Activity",
    id: courseIri(baseIri, meeting.courseId),
    definition: {
      type: ACTIVITY_TYPES.course,
      ...(course === null ? {} : { name: { vi: course.title } }),
    },
  };
  return {
    id,
    timestamp: at.toISOString(),
    context: {
      instructor: accountAgent(baseIri, promoter),
      contextActivities: { grouping: [grouping] },
      platform: "Nếp Học",
      language: "vi",
      revision: contentVersion,
      extensions: { [`${baseIri}/ext/meeting`]: meeting.meetingId },
    },
  };
}

function lessonActivity({ baseIri, meeting }: MeetingFrame): Activity {
  return {
    objectType: "Activity",
    id: lessonIriOf(baseIri, meeting.courseId, meeting.lessonId),
    definition: { type: ACTIVITY_TYPES.lesson, name: { vi: meeting.topic } },
  };
}

function accountAgent(baseIri: string, accountId: AccountId): Agent {
  return { objectType: "Agent", account: { homePage: baseIri, name: accountId } };
}
