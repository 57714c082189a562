import type { AuditActor } from "#app/domain/audit/index.ts";
import type { AccountId, PersonId, PlaceId } from "#app/domain/kernel/index.ts";

import type { Helper } from "./who-helps.ts";
import type { LearnerSettings, Picture } from "./learner-settings.ts";

/** An office that is held today. */
export type HeldOffice = {
  readonly id: string;
  /** As it stands under a signature. */
  readonly title: string;
  readonly placeId: PlaceId;
  /** With its kind: "Bản Lùng", "Xã Bản Phố". */
  readonly placeName: string;
} & (
  | {
      readonly role: "village_attestor" | "commune_official" | "promoter";
      readonly communeId: PlaceId;
    }
  | { readonly role: "provincial_officer" }
);

/** Who acts: a signed-in person, with the offices held today. */
export interface Actor {
  readonly accountId: AccountId;
  readonly personId: PersonId;
  readonly communeId: PlaceId;
  readonly villageId: PlaceId;
  readonly provinceId: PlaceId;
  readonly fullName: string;
  /** What she is told by on a shared phone. */
  readonly picture: Picture;
  readonly settings: LearnerSettings;
  /** Who reads and taps for her in this session. */
  readonly helper: Helper | null;
  readonly offices: readonly HeldOffice[];
  /** Whether she is of the sample province; whom she registers is too. */
  readonly sample: boolean;
  /** Communes (and a province's own audit chain) that the person's acts may touch at all. */
  readonly reach: readonly PlaceId[];
}

/** The office by which a person answers for a village's residents, or null. */
export function attestorOffice(actor: Actor, villageId: PlaceId): HeldOffice | null {
  return (
    actor.offices.find(
      ({ role, placeId }) => role === "village_attestor" && placeId === villageId,
    ) ?? null
  );
}

/** The office by which a person answers for a commune's list, or null. */
export function communeOffice(actor: Actor, communeId: PlaceId): HeldOffice | null {
  return (
    actor.offices.find(
      ({ role, placeId }) => role === "commune_official" && placeId === communeId,
    ) ?? null
  );
}

/** The office by which a person oversees a province, or null. */
export function provincialOffice(actor: Actor, provinceId: PlaceId): HeldOffice | null {
  return (
    actor.offices.find(
      ({ role, placeId }) => role === "provincial_officer" && placeId === provinceId,
    ) ?? null
  );
}

/** How the audit log names an actor who acts by an office, or for herself. */
export function auditActor(actor: Actor, office: HeldOffice | null): AuditActor {
  return {
    personId: actor.personId,
    name: actor.fullName,
    office: office === null ? "" : officeText(office),
  };
}

/** "Trưởng thôn, Bản Lùng" */
export function officeText(office: HeldOffice): string {
  return `${office.title}, ${office.placeName}`;
}
