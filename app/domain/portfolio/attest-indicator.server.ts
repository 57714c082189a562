import type { Db } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import {
  attestorOffice,
  auditActor,
  officeText,
  type Actor,
  type HeldOffice,
} from "#app/domain/identity/index.ts";
import { accept, refuse, type PersonId, type Result } from "#app/domain/kernel/index.ts";

import { openCycle } from "#app/domain/criteria/index.server.ts";
import { findAttestations, insertAttestation } from "./attestation.store.server.ts";
import type { PortfolioDeps } from "./deps.ts";
import type { AttestationForm } from "./evidence.ts";
import { findHolder, lockPerson } from "./holder.store.server.ts";
import type { PortfolioHolder } from "./view.ts";

export type AttestIndicatorRefusal =
  /** Not a resident of a village this person answers for. */
  | { readonly code: "outside-village" }
  | { readonly code: "own-indicator" }
  /** There is no procedure for that year. */
  | { readonly code: "no-cycle" }
  /** The criteria do not ask for anybody's word on it. */
  | { readonly code: "not-social" }
  | { readonly code: "unknown-level" };

export interface AttestIndicatorInput extends AttestationForm {
  readonly personId: PersonId;
  readonly year: number;
}

/**
 * Writes down what a village's attestor says of a resident's social indicator. Nothing is changed:
 * a later word of the same attestor counts instead of the earlier. The same word twice is one.
 */
export function attestIndicator(
  deps: PortfolioDeps,
  actor: Actor,
  input: AttestIndicatorInput,
): Promise<Result<{ readonly attestationId: string }, AttestIndicatorRefusal>> {
  const { personId, indicator, level } = input;
  return deps.transact(actor.reach, async (db) => {
    if (personId === actor.personId) return refuse({ code: "own-indicator" });
    const office = await officeOver(db, actor, personId);
    if (office === null) return refuse({ code: "outside-village" });
    const cycle = await openCycle(db, deps.processes(), office.provinceId, input.year);
    if (cycle === null) return refuse({ code: "no-cycle" });
    const { criteria } = cycle;
    if (!criteria.attestedBy.includes(indicator)) return refuse({ code: "not-social" });
    if (!criteria.attestationScale.some(({ code }) => code === level)) {
      return refuse({ code: "unknown-level" });
    }
    return accept({
      attestationId: await writeOnce(deps, db, actor, office, {
        ...input,
        criteriaId: criteria.id,
      }),
    });
  });
}

type VillageOffice = Extract<HeldOffice, { communeId: unknown }>;

async function officeOver(
  db: Db,
  actor: Actor,
  personId: PersonId,
): Promise<(VillageOffice & Pick<PortfolioHolder, "provinceId">) | null> {
  const communes = actor.offices.flatMap((office) =>
    office.role === "village_attestor" ? [office.communeId] : [],
  );
  for (const communeId of new Set(communes)) {
    const holder = await findHolder(db, communeId, personId);
    if (holder === null) continue;
    const office = attestorOffice(actor, holder.villageId);
    if (office?.role === "village_attestor") return { ...office, provinceId: holder.provinceId };
  }
  return null;
}

async function writeOnce(
  deps: PortfolioDeps,
  db: Db,
  actor: Actor,
  office: VillageOffice,
  {
    criteriaId,
    personId,
    indicator,
    level,
    words,
    year,
  }: AttestIndicatorInput & { readonly criteriaId: string },
): Promise<string> {
  const { communeId } = office;
  await lockPerson(db, communeId, personId);
  const attestations =
    (await findAttestations(db, communeId, [personId], year)).get(personId) ?? [];
  const standing = attestations.find(
    (attestation) =>
      attestation.indicator === indicator && attestation.attestorPersonId === actor.personId,
  );
  if (standing?.level === level && standing.words === words) return standing.id;

  const id = deps.newId();
  const at = deps.now();
  await insertAttestation(db, {
    communeId,
    id,
    personId,
    year,
    criteriaSetId: criteriaId,
    indicator,
    level,
    words,
    attestorPersonId: actor.personId,
    attestorName: actor.fullName,
    attestorOffice: officeText(office),
    officeId: office.id,
    attestedAt: at,
  });
  await appendAudit(db, [
    {
      communeId,
      at,
      actor: auditActor(actor, office),
      action: "indicator.attested",
      subjectKind: "person",
      subjectId: personId,
      detail: { attestationId: id, criteria: criteriaId, indicator, level, year },
    },
  ]);
  return id;
}
