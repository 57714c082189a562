import { appendAudit } from "#app/domain/audit/index.server.ts";
import type { Transact } from "#app/db/index.server.ts";
import {
  type Actor,
  auditActor,
  communeOffice,
  officeText,
  type PersonFile,
  type ResidenceForm,
} from "#app/domain/identity/index.ts";
import {
  findPersonFile,
  holdPerson,
  insertPersonChange,
  isVillageOf,
  markOfFile,
  writeResidence,
} from "#app/domain/identity/index.server.ts";
import {
  accept,
  type Clock,
  dayOf,
  type PersonId,
  PlaceId,
  refuse,
  type Result,
} from "#app/domain/kernel/index.ts";

import { moveOpenAssessment } from "./assessment.store.server.ts";

export type ChangeResidenceRefusal =
  | { readonly code: "not-official" }
  /** Somebody else writes down of an official that he left. */
  | { readonly code: "oneself" }
  | { readonly code: "person-unknown" }
  | { readonly code: "village-unknown" }
  /** Somebody changed the file since the form was opened. */
  | { readonly code: "changed-meanwhile" }
  | { readonly code: "same-village" }
  /** Only who left comes back. */
  | { readonly code: "lives-here" }
  /** Who left comes back first. */
  | { readonly code: "lives-elsewhere" }
  | { readonly code: "since-in-future" }
  | { readonly code: "since-before-birth" };

/**
 * From a day on somebody lives in another village of the commune, elsewhere, or here again, or has died. A
 * file that the village has not reviewed yet goes to the new village; offices end with whoever leaves, and
 * titles stay where they were given.
 */
export async function changeResidence(
  deps: Clock & { readonly transact: Transact },
  actor: Actor,
  input: {
    readonly communeId: PlaceId;
    readonly personId: PersonId;
    readonly form: ResidenceForm;
    /** Of the file as it was when the form was opened. */
    readonly mark: string;
  },
): Promise<Result<null, ChangeResidenceRefusal>> {
  const { communeId, personId, form } = input;
  const office = communeOffice(actor, communeId);
  if (office === null) return refuse({ code: "not-official" });
  const { how, since, reason } = form;
  const leaves = how === "moved" || how === "died";
  if (leaves && personId === actor.personId) return refuse({ code: "oneself" });
  const at = deps.now();
  if (since > dayOf(at)) return refuse({ code: "since-in-future" });
  return deps.transact(actor.reach, async (db) => {
    await holdPerson(db, { communeId, personId });
    const found = await findPersonFile(db, communeId, personId);
    if (found === null) return refuse({ code: "person-unknown" });
    const { file } = found;
    if (markOfFile(file) !== input.mark) return refuse({ code: "changed-meanwhile" });
    const code = faultOf(file, form);
    if (code !== null) return refuse({ code });
    const whose = { communeId, personId };
    if (leaves) {
      await writeResidence(db, whose, { ended: how, on: since, at });
    } else {
      const villageId = PlaceId.parse(form.villageId);
      if (!(await isVillageOf(db, villageId, communeId)))
        return refuse({ code: "village-unknown" });
      await writeResidence(db, whose, { villageId });
      await moveOpenAssessment(db, whose, villageId, at);
    }
    const id = deps.newId();
    const now = await findPersonFile(db, communeId, personId);
    await insertPersonChange(db, whose, {
      id,
      at,
      since,
      kind: how,
      before: { village: file.villageName },
      after: { village: leaves ? "" : (now?.file.villageName ?? "") },
      reason,
      byName: actor.fullName,
      byOffice: officeText(office),
    });
    await appendAudit(db, [
      {
        communeId,
        at,
        actor: auditActor(actor, office),
        action: "person.residence-changed",
        subjectKind: "person",
        subjectId: personId,
        detail: { changeId: id, how, since },
      },
    ]);
    return accept(null);
  });
}

function faultOf(
  file: Omit<PersonFile, "offices">,
  { how, since, villageId }: ResidenceForm,
): "lives-here" | "lives-elsewhere" | "same-village" | "since-before-birth" | null {
  if (file.birth.precision === "day" && since < file.birth.day) return "since-before-birth";
  if (how === "returned") return file.ended === null ? "lives-here" : null;
  // Who moved away may have died since.
  if (file.ended !== null && !(how === "died" && file.ended.how === "moved")) {
    return "lives-elsewhere";
  }
  return how === "village" && villageId === file.villageId ? "same-village" : null;
}
