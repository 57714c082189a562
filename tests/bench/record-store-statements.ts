import { randomBytes, randomUUID } from "node:crypto";

/** A statement as one of a province's schools sends it, about 870 bytes. */
export const COURSES = 40;
export const LESSONS_A_COURSE = 12;
const PEOPLE = 20_000;
export const VERBS = [
  "initialized",
  "answered",
  "answered",
  "answered",
  "passed",
  "failed",
  "completed",
];

export const BASE = "https://truong.example/xapi";

export interface Place {
  readonly person: number;
  readonly course: number;
  readonly lesson: number;
  readonly verb: string;
}

export function anyPlace(people = PEOPLE): Place {
  const bytes = randomBytes(8);
  return {
    person: bytes.readUInt32LE(0) % people,
    course: bytes.readUInt8(4) % COURSES,
    lesson: bytes.readUInt8(5) % LESSONS_A_COURSE,
    verb: VERBS[bytes.readUInt8(6) % VERBS.length] ?? "answered",
  };
}

export const agentOf = ({ person }: Place) => ({
  objectType: "Agent",
  account: { homePage: BASE, name: `hoc-vien-${person}` },
});
export const verbOf = ({ verb }: Place) => `http://adlnet.gov/expapi/verbs/${verb}`;
export const courseOf = ({ course }: Place) => `${BASE}/khoa-hoc/${course}`;
export const lessonOf = (place: Place) => `${courseOf(place)}/bai/${place.lesson}`;

/** Another statement, with an id of its own. */
export function anyStatement(place: Place = anyPlace()): string {
  return JSON.stringify({
    id: randomUUID(),
    actor: agentOf(place),
    verb: { id: verbOf(place), display: { "en-US": place.verb, vi: "làm bài" } },
    object: {
      objectType: "Activity",
      id: lessonOf(place),
      definition: {
        type: "http://adlnet.gov/expapi/activities/lesson",
        name: { vi: `Bài ${place.lesson} của khóa học số ${place.course}` },
      },
    },
    result: {
      score: { scaled: 0.8, raw: 8, min: 0, max: 10 },
      success: true,
      completion: true,
      duration: "PT2M30.25S",
      response: "Con lợn bỏ ăn thì báo thú y xã ngay",
    },
    context: {
      registration: randomUUID(),
      contextActivities: { grouping: [{ objectType: "Activity", id: courseOf(place) }] },
      platform: "Trường Phổ thông Dân tộc bán trú",
      language: "vi",
    },
    timestamp: "2026-11-20T12:34:56.789+07:00",
  });
}
