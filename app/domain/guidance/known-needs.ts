import type { Catalogue } from "#app/domain/content/index.ts";
import { compareVietnamese } from "#app/domain/kernel/index.ts";

/** What people come to learn for, as the courses name it, in Vietnamese order. */
export function knownNeeds(catalogue: Catalogue): readonly string[] {
  const needs = new Set(catalogue.flatMap((course) => course.needs));
  return [...needs].toSorted((a, b) => compareVietnamese(a, b));
}
