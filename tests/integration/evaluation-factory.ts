import { v7 as uuidv7 } from "uuid";

import { readCriteriaFiles } from "#app/domain/criteria/index.server.ts";
import type { Transact } from "#app/db/index.server.ts";
import type { EvaluationDeps } from "#app/domain/evaluation/index.ts";
import {
  endorseInVillage,
  newPublicCode,
  prepareDecision,
  saveAssessment,
  submitAssessment,
  verifyAssessments,
  type VerifiedAct,
} from "#app/domain/evaluation/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { valueOf, type PlaceId } from "#app/domain/kernel/index.ts";
import type { PortfolioDeps } from "#app/domain/portfolio/index.ts";
import { encodePhoto } from "#app/domain/portfolio/index.server.ts";
import { courseWith } from "#tests/setup/course.ts";
import { addPerson as addAnybody, addVillage, BAC_HA, LAO_CAI, NOW } from "#tests/setup/people.ts";

const { criteriaSets, processes } = await readCriteriaFiles("content/criteria");
const [process] = processes;
const used = criteriaSets.find(({ criteria }) => criteria.id === process?.criteria);
if (used === undefined) throw new Error("there is no criteria set");
/** Those of the year's procedure. */
export const CRITERIA = used.criteria;

let cards = 0;

/** Somebody with a card of her own. */
export function addPerson(
  transact: Transact,
  options: Parameters<typeof addAnybody>[1],
): Promise<Actor> {
  cards += 1;
  const digits = cards.toString(8).padStart(4, "0");
  const cardCode = `BBBB${digits.replaceAll(/\d/gu, (digit) => String(Number(digit) + 2))}`;
  return addAnybody(transact, { cardCode, ...options });
}

export type TestDeps = EvaluationDeps &
  PortfolioDeps & {
    /** Sets the clock. */
    readonly at: (instant: string) => void;
    /** What the file store holds. */
    readonly kept: Map<string, Uint8Array>;
  };

export function depsOf(transact: Transact): TestDeps {
  let now = NOW;
  const kept = new Map<string, Uint8Array>();
  return {
    transact,
    catalogue: () => [courseWith()],
    processes: () => processes,
    newCode: newPublicCode,
    now: () => now,
    newId: () => uuidv7(),
    at: (instant) => {
      now = new Date(instant);
    },
    kept,
    encodePhoto,
    files: {
      put: async (key, bytes) => {
        kept.set(key, bytes);
      },
      get: async (key) => kept.get(key) ?? null,
    },
  };
}

export interface Commune {
  readonly communeId: PlaceId;
  readonly villageId: PlaceId;
  readonly attestor: Actor;
  readonly official: Actor;
}

/** A village with its attestor, and the commune's official who lives in it. */
export async function communeWith(
  transact: Transact,
  { communeId = BAC_HA, village = "Hoa Mận" } = {},
): Promise<Commune> {
  const villageId = await addVillage(transact, { communeId, name: village });
  return {
    communeId,
    villageId,
    attestor: await addPerson(transact, {
      communeId,
      villageId,
      fullName: "Giàng A Páo",
      office: { role: "village_attestor", placeId: villageId },
    }),
    official: await addOfficial(transact, { communeId, villageId }),
  };
}

export function addOfficial(
  transact: Transact,
  { communeId, villageId }: Pick<Commune, "communeId" | "villageId">,
): Promise<Actor> {
  return addPerson(transact, {
    communeId,
    villageId,
    fullName: "Lù Thị Sáo",
    office: { role: "commune_official", placeId: communeId, title: "Công chức Văn hóa – Xã hội" },
  });
}

export function addOfficer(transact: Transact, villageId: PlaceId): Promise<Actor> {
  return addPerson(transact, {
    villageId,
    fullName: "Nguyễn Văn Tỉnh",
    office: { role: "provincial_officer", placeId: LAO_CAI, title: "Chuyên viên" },
  });
}

/** The same score for every indicator. */
export function scoresOf(score: number | null) {
  return Object.fromEntries(
    CRITERIA.indicators.map(({ code }) => [code, { score, words: "" }] as const),
  );
}

export interface SubmittedCase {
  readonly person: Actor;
  readonly assessmentId: string;
  readonly revision: number;
}

/** Somebody of the village who has handed in. */
export async function submitted(
  deps: TestDeps,
  { communeId, villageId }: Commune,
  { fullName = "Giàng Thị Mỷ", score = 9 } = {},
): Promise<SubmittedCase> {
  const person = await addPerson(deps.transact, { communeId, villageId, fullName });
  return { person, ...(await handIn(deps, person, score)) };
}

export async function handIn(deps: TestDeps, person: Actor, score = 9) {
  const saved = valueOf(
    await saveAssessment(deps, person, { revision: 0, scores: scoresOf(score) }),
  );
  return valueOf(await submitAssessment(deps, person, saved));
}

/** The same, with the village's agreement. */
export async function endorsed(
  deps: TestDeps,
  commune: Commune,
  options: { readonly fullName?: string; readonly score?: number } = {},
): Promise<SubmittedCase> {
  const handedIn = await submitted(deps, commune, options);
  const { revision } = valueOf(
    await endorseInVillage(deps, commune.attestor, {
      communeId: commune.communeId,
      assessmentId: handedIn.assessmentId,
      revision: handedIn.revision,
      words: "",
    }),
  );
  return { ...handedIn, revision };
}

export async function verify(
  deps: TestDeps,
  { communeId, official }: Commune,
  cases: readonly SubmittedCase[],
): Promise<VerifiedAct> {
  const items = cases.map(({ assessmentId, revision }) => ({ assessmentId, revision }));
  return valueOf(await verifyAssessments(deps, official, { communeId, items }));
}

export const SIGNER = { signerName: "Sùng Seo Lử", signerTitle: "CHỦ TỊCH" };

export async function prepare(deps: TestDeps, { communeId, official }: Commune): Promise<string> {
  const prepared = await prepareDecision(deps, official, { communeId, ...SIGNER });
  return valueOf(prepared).decisionId;
}
