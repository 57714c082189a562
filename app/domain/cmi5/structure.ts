import { z } from "zod";

/** A text in the languages that its publisher gave; the first is the default. */
export const LangStrings = z
  .array(z.strictObject({ lang: z.string(), text: z.string() }).readonly())
  .readonly();
export type LangStrings = z.infer<typeof LangStrings>;

export const MoveOn = z.enum([
  "Passed",
  "Completed",
  "CompletedAndPassed",
  "CompletedOrPassed",
  "NotApplicable",
]);
export type MoveOn = z.infer<typeof MoveOn>;

export const LaunchMethod = z.enum(["AnyWindow", "OwnWindow"]);

export const LaunchMode = z.enum(["Normal", "Browse", "Review"]);
export type LaunchMode = z.infer<typeof LaunchMode>;

const described = {
  /** A UUID made of the publisher's id: the same in every version of the package. */
  key: z.uuid(),
  publisherId: z.string(),
  title: LangStrings,
  description: LangStrings,
};

/** What is launched: the specification's assignable unit (§13.1.4). */
export const AssignableUnit = z
  .strictObject({
    kind: z.literal("unit"),
    ...described,
    /** Ids of the objectives that it refers to. */
    objectives: z.array(z.string()).readonly(),
    /** Inside the package: `path?query#fragment`, relative to its root; else absolute. */
    url: z.string(),
    inPackage: z.boolean(),
    launchMethod: LaunchMethod,
    moveOn: MoveOn,
    masteryScore: z.number().min(0).max(1).nullable(),
    launchParameters: z.string().nullable(),
    entitlementKey: z.string().nullable(),
    activityType: z.string().nullable(),
  })
  .readonly();
export type AssignableUnit = z.infer<typeof AssignableUnit>;

export interface Block {
  readonly kind: "block";
  readonly key: string;
  readonly publisherId: string;
  readonly title: LangStrings;
  readonly description: LangStrings;
  readonly objectives: readonly string[];
  readonly parts: readonly Part[];
}
export type Part = AssignableUnit | Block;

const Block: z.ZodType<Block> = z
  .strictObject({
    kind: z.literal("block"),
    ...described,
    objectives: z.array(z.string()).readonly(),
    get parts() {
      return z.array(Part).readonly();
    },
  })
  .readonly();
const Part: z.ZodType<Part> = z.union([AssignableUnit, Block]);

/** A course package's structure (§13), as it is kept. */
export const CourseStructure = z
  .strictObject({
    publisherId: z.string(),
    title: LangStrings,
    description: LangStrings,
    objectives: z
      .array(
        z.strictObject({ id: z.string(), title: LangStrings, description: LangStrings }).readonly(),
      )
      .readonly(),
    parts: z.array(Part).readonly(),
  })
  .readonly();
export type CourseStructure = z.infer<typeof CourseStructure>;

/** Every unit, in the order of the course. */
export function unitsOf({ parts }: { readonly parts: readonly Part[] }): readonly AssignableUnit[] {
  return parts.flatMap((part) => (part.kind === "unit" ? [part] : unitsOf(part)));
}

/** Every block, the inner ones before those they stand in. */
export function blocksOf({ parts }: { readonly parts: readonly Part[] }): readonly Block[] {
  return parts.flatMap((part) => (part.kind === "block" ? [...blocksOf(part), part] : []));
}

export function unitOf(structure: CourseStructure, key: string): AssignableUnit | null {
  return unitsOf(structure).find((unit) => unit.key === key) ?? null;
}

/** The text in Vietnamese where there is one, else as the publisher put it first; "" when empty. */
export function vietnamese(text: LangStrings): string {
  const own = text.find(({ lang }) => /^vi(-|$)/iu.test(lang));
  return (own ?? text[0])?.text ?? "";
}

/** Nominal minutes of each unit, by key: the whole spread evenly, nothing lost in rounding. */
export function minutesOfUnits(
  structure: CourseStructure,
  minutes: number,
): ReadonlyMap<string, number> {
  const units = unitsOf(structure);
  const upTo = (count: number) => Math.floor((count * minutes) / units.length);
  return new Map(units.map(({ key }, index) => [key, upTo(index + 1) - upTo(index)]));
}
