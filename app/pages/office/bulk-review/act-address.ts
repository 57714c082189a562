import { Uuid } from "#app/domain/kernel/index.ts";
import { href } from "#app/routes.ts";

const REASONS = [
  "already-verified",
  "verified-by-another",
  "own-case",
  "changed",
  "not-endorsed",
  "closed",
  "not-found",
] as const;

/** Why a case was not verified. */
export type LeftReason = (typeof REASONS)[number];

/** A case that one press could not verify. */
export interface LeftCase {
  readonly assessmentId: string;
  readonly reason: LeftReason;
}

const MOST_LEFT = 60;

/** Where a press is told: what it covered by its id, what it left in the address. */
export function actHref(
  actId: string,
  outcomes: readonly { readonly assessmentId: string; readonly outcome: LeftReason | "verified" }[],
): string {
  const asked = new URLSearchParams();
  for (const { assessmentId, outcome } of outcomes.slice(0, MOST_LEFT)) {
    if (outcome !== "verified") asked.append("con", `${assessmentId}.${outcome}`);
  }
  const query = asked.toString();
  return `${href("office/bulk-review", { act: actId })}${query === "" ? "" : `?${query}`}`;
}

/** What an address says was left; what cannot be understood is left out. */
export function readLeft(search: URLSearchParams): readonly LeftCase[] {
  return search
    .getAll("con")
    .slice(0, MOST_LEFT)
    .flatMap((text): readonly LeftCase[] => {
      const [id, why] = text.split(".");
      const assessmentId = Uuid.safeParse(id);
      const reason = REASONS.find((known) => known === why);
      return !assessmentId.success || reason === undefined
        ? []
        : [{ assessmentId: assessmentId.data, reason }];
    });
}
