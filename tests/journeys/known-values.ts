import { resolve } from "node:path";

import { readCatalogue } from "#app/domain/content/index.server.ts";

import type { Known } from "./odd-requests.ts";
import { knownNames } from "./route-list.ts";
import { idsOf, isNamed, NAMED_KINDS } from "./sample-people.ts";

/** What an attacker may have seen: fields and parameters of all screens, and ids of these communes. */
export async function readKnown(
  databaseUrl: string,
  communeIds: readonly string[],
): Promise<Known> {
  const { catalogue } = await readCatalogue(resolve("content/courses"));
  const pools = await Promise.all(
    communeIds.map((communeId) => idsOf(databaseUrl, { communeId }, 4)),
  );
  const [course] = catalogue;
  if (course === undefined) throw new Error("no course");
  const lessons = [...course.lessons, course.final];
  const others: Readonly<Record<string, readonly string[]>> = {
    course: [course.id],
    lesson: lessons.map(({ id }) => id),
    indicator: ["1", "4", "10"],
    file: ["bon-buoc.svg", "khong-co.webp"],
  };
  const answers = lessons.flatMap(({ questions }) => questions.map(({ id }) => `answer.${id}`));
  const names = knownNames();
  return {
    fields: [...names.fields, ...new Set(answers)],
    query: names.query,
    ids: [...communeIds, ...pools.flatMap((pool) => NAMED_KINDS.flatMap((kind) => pool(kind)))],
    valuesOf: (param) =>
      isNamed(param) ? pools.flatMap((pool) => pool(param)) : (others[param] ?? communeIds),
  };
}
