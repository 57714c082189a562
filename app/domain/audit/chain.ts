import { canonicalJson, type Json } from "#app/domain/kernel/index.ts";

/** Who acted, with the name and the office as they were that day. */
export interface AuditActor {
  /** Null for the product itself (a start, a command). */
  readonly personId: string | null;
  readonly name: string;
  /** Title and place: "Trưởng thôn, Bản Lùng"; "" for a resident acting for herself. */
  readonly office: string;
}

/** One change, as it is told to the log. */
export interface AuditFact {
  /** The commune (or province) in whose chain it stands. */
  readonly communeId: string;
  readonly at: Date;
  readonly actor: AuditActor;
  /** What was done, as `subject.verb`: "assessment.submitted". */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** Ids, states and counts; never a secret, never more of a person than the change needs. */
  readonly detail: Json;
}

/** The bytes an entry's hash is made of: RFC 8785 JSON of the fact, its place and its predecessor's hash. */
export function auditedText(
  fact: Omit<AuditFact, "detail"> & { readonly detailText: string },
  sequence: bigint,
  previousHashHex: string,
): string {
  return canonicalJson({
    communeId: fact.communeId,
    sequence: sequence.toString(),
    at: fact.at.toISOString(),
    actorPersonId: fact.actor.personId,
    actorName: fact.actor.name,
    actorOffice: fact.actor.office,
    action: fact.action,
    subjectKind: fact.subjectKind,
    subjectId: fact.subjectId,
    detail: fact.detailText,
    previousHash: previousHashHex,
  });
}
