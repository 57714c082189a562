import type { Cycle } from "#app/domain/criteria/index.ts";
import {
  endorseInVillage,
  issueDecision,
  prepareDecision,
  readAssessment,
  refuseAssessment,
  returnFromVillage,
  saveAssessment,
  submitAssessment,
  verifyAssessments,
} from "#app/domain/evaluation/index.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { dayOf, type PlaceId, valueOf } from "#app/domain/kernel/index.ts";
import { addEvidence, attestIndicator } from "#app/domain/portfolio/index.server.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";
import type { Dice } from "./dice.ts";

/** How far somebody's self-assessment has come. */
export type Fate =
  "draft" | "submitted" | "returned" | "endorsed" | "bold" | "verified" | "refused";

export interface Evaluating {
  readonly deps: Deps;
  readonly dice: Dice;
  readonly cycle: Cycle;
  readonly photo: Uint8Array;
  readonly attestor: Actor;
  readonly official: Actor;
}

const DEEDS = [
  "Ghi sổ tiền bán thổ cẩm",
  "Dạy con đọc bảng giá ở chợ",
  "Cùng nhóm phụ nữ dọn đường bản",
  "Làm hố ủ phân chung của xóm",
];

/** Own evidence with a picture, and what the head of the village confirms. */
export async function gather(
  { deps, dice, cycle, photo, attestor }: Evaluating,
  actor: Actor,
): Promise<void> {
  const { criteria, year } = cycle;
  const own = criteria.indicators.filter(({ code }) => !criteria.attestedBy.includes(code));
  valueOf(
    await addEvidence(deps, actor, {
      id: dice.id(deps.now()),
      title: dice.pick(DEEDS),
      description: "Dữ liệu mẫu: việc làm được kể lại để xem thử trang.",
      indicators: own.map(({ code }) => code),
      happenedOn: dayOf(deps.now()),
      photo,
    }),
  );
  const levels = criteria.attestationScale.toSorted((a, b) => b.points - a.points);
  for (const indicator of criteria.attestedBy) {
    const level = levels[dice.chance(70) ? 0 : 1];
    if (level === undefined) throw new Error(`${criteria.id} has no scale of attestation`);
    valueOf(
      await attestIndicator(deps, attestor, {
        personId: actor.personId,
        indicator,
        level: level.code,
        words: "Dữ liệu mẫu",
        year,
      }),
    );
  }
}

/** Takes a self-assessment as far as `fate` says, each step by whom it belongs to. */
export async function evaluate(evaluating: Evaluating, actor: Actor, fate: Fate): Promise<void> {
  const { deps, dice, attestor, official } = evaluating;
  const suggested = valueOf(await readAssessment(deps, actor)).suggestions;
  const scores = Object.fromEntries(
    suggested.map(({ code, suggested: points }) => [
      code,
      { score: fate === "bold" ? 10 : honest(points, dice), words: "" },
    ]),
  );
  const saved = valueOf(await saveAssessment(deps, actor, { revision: 0, scores }));
  if (fate === "draft") return;
  const { assessmentId, revision } = valueOf(await submitAssessment(deps, actor, saved));
  const { communeId } = actor;
  const item = { communeId, assessmentId, revision };
  switch (fate) {
    case "submitted":
      return;
    case "returned":
      valueOf(
        await returnFromVillage(deps, attestor, {
          ...item,
          reason: "Chị ghi thêm một việc đã làm cho chỉ số 7 rồi nộp lại nhé.",
        }),
      );
      return;
    case "endorsed":
    case "bold":
      await endorse(evaluating, item);
      return;
    case "verified": {
      const endorsed = await endorse(evaluating, item);
      await verifyAssessments(deps, official, {
        communeId,
        items: [{ assessmentId, ...endorsed }],
      });
      return;
    }
    case "refused": {
      const endorsed = await endorse(evaluating, item);
      valueOf(
        await refuseAssessment(deps, official, {
          ...item,
          ...endorsed,
          reason: "Chưa có minh chứng cho điểm tự chấm; xã đã trao đổi với người dân.",
        }),
      );
    }
  }
}

/** A little above what the machine sees, as people are who know their own days. */
function honest(points: number | null, dice: Dice): number {
  return Math.min(10, Math.max(6, (points ?? 5) + dice.roll(2)));
}

async function endorse(
  { deps, attestor }: Evaluating,
  item: { readonly communeId: PlaceId; readonly assessmentId: string; readonly revision: number },
): Promise<{ readonly revision: number }> {
  return valueOf(await endorseInVillage(deps, attestor, { ...item, words: "Thôn nhất trí." }));
}

/** The chair signs: whoever is verified in the commune enters the register. */
export async function decide(deps: Deps, official: Actor, communeId: PlaceId): Promise<void> {
  const { decisionId } = valueOf(
    await prepareDecision(deps, official, {
      communeId,
      signerName: "Người ký mẫu",
      signerTitle: "CHỦ TỊCH",
    }),
  );
  valueOf(
    await issueDecision(deps, official, {
      communeId,
      decisionId,
      number: "215/QĐ-UBND",
      decidedOn: dayOf(deps.now()),
    }),
  );
}
