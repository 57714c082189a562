import type { Db, Transact } from "#app/db/index.server.ts";
import { appendAudit } from "#app/domain/audit/index.server.ts";
import {
  accept,
  type Clock,
  dayOf,
  namesakeKey,
  type PersonId,
  type PlaceId,
  refuse,
  type Result,
} from "#app/domain/kernel/index.ts";

import { type Actor, auditActor, communeOffice, officeText } from "./actor.ts";
import { birthText, type CorrectionForm } from "./corrections.ts";
import type { NationalIds } from "./national-id.server.ts";
import { holdPerson } from "./office.store.server.ts";
import type { Namesake, PersonFile } from "./people.ts";
import { findNamesakes, findPersonFile } from "./people.store.server.ts";
import {
  findNationalIdHolder,
  insertPersonChange,
  updatePerson,
} from "./person-change.store.server.ts";
import { markOfFile } from "./read-person.server.ts";
import { mayBeChild } from "./registration.ts";

export type CorrectPersonRefusal =
  | { readonly code: "not-official" }
  | { readonly code: "person-unknown" }
  /** Somebody changed the file since the form was opened. */
  | { readonly code: "changed-meanwhile" }
  | { readonly code: "nothing-changed" }
  | { readonly code: "birth-in-future" }
  /** By the new day of birth she may be a child, and no guardian consented. */
  | { readonly code: "child-without-guardian" }
  /** Maybe the same person by the new name; to be looked at, then sent again with their ids. */
  | { readonly code: "namesake"; readonly namesakes: readonly Namesake[] }
  | { readonly code: "national-id-taken"; readonly personId: PersonId }
  /** In another commune, of which no more is told. */
  | { readonly code: "national-id-elsewhere" };

/**
 * Mends what was written down about somebody. Papers and decisions keep the name of their day; what was
 * before stands in the person's own history, and the audit log names the change without its words.
 */
export async function correctPerson(
  deps: Clock & { readonly transact: Transact; readonly nationalIds: NationalIds },
  actor: Actor,
  input: {
    readonly communeId: PlaceId;
    readonly personId: PersonId;
    readonly form: CorrectionForm;
    /** Of the file as it was when the form was opened. */
    readonly mark: string;
    readonly namesakesSeen: readonly string[];
  },
): Promise<Result<null, CorrectPersonRefusal>> {
  const { communeId, personId, form } = input;
  const office = communeOffice(actor, communeId);
  if (office === null) return refuse({ code: "not-official" });
  const at = deps.now();
  const { birth, nationalId: number } = form;
  if (birth.precision !== "unknown" && birth.day > dayOf(at)) {
    return refuse({ code: "birth-in-future" });
  }
  const hashes = number === "" ? [] : deps.nationalIds.hashesOf(number);
  // Across communes, and nothing comes out of it but whether there is one.
  const holder =
    number === ""
      ? null
      : await deps.transact("everywhere", (db) =>
          findNationalIdHolder(db, hashes, { communeId, personId }),
        );
  if (holder === "elsewhere") return refuse({ code: "national-id-elsewhere" });
  if (holder !== null) return refuse({ code: "national-id-taken", personId: holder.personId });

  return deps.transact(actor.reach, async (db) => {
    await holdPerson(db, { communeId, personId });
    const found = await findPersonFile(db, communeId, personId);
    if (found === null) return refuse({ code: "person-unknown" });
    const { file } = found;
    if (markOfFile(file) !== input.mark) return refuse({ code: "changed-meanwhile" });
    if (file.guardianName === null && becomesChild(file, form, at)) {
      return refuse({ code: "child-without-guardian" });
    }
    const before = textsOf(file);
    const after = textsAfter(file, form);
    const changed = Object.keys(before).filter((field) => before[field] !== after[field]);
    if (changed.length === 0) return refuse({ code: "nothing-changed" });
    const namesakes = await otherNamesakes(db, input);
    if (changed.includes("fullName") && namesakes.length > 0) {
      return refuse({ code: "namesake", namesakes });
    }
    await updatePerson(
      db,
      { communeId, personId },
      {
        fullName: form.fullName,
        birth,
        sex: form.sex,
        languages: languagesAfter(file, form),
        citizenGroup: form.citizenGroup,
        phone: form.phone === "" ? null : form.phone,
        nationalId: sealedAfter(deps.nationalIds, personId, form),
      },
    );
    const id = deps.newId();
    const pick = (texts: Readonly<Record<string, string>>) =>
      Object.fromEntries(changed.map((field) => [field, texts[field] ?? ""]));
    await insertPersonChange(
      db,
      { communeId, personId },
      {
        id,
        at,
        since: null,
        kind: "corrected",
        before: pick(before),
        after: pick(after),
        reason: form.reason,
        byName: actor.fullName,
        byOffice: officeText(office),
      },
    );
    await appendAudit(db, [
      {
        communeId,
        at,
        actor: auditActor(actor, office),
        action: "person.corrected",
        subjectKind: "person",
        subjectId: personId,
        detail: { changeId: id, fields: changed },
      },
    ]);
    return accept(null);
  });
}

function becomesChild(file: Omit<PersonFile, "offices">, form: CorrectionForm, at: Date): boolean {
  return mayBeChild(form.birth, dayOf(at)) && !mayBeChild(file.birth, dayOf(at));
}

async function otherNamesakes(
  db: Db,
  {
    communeId,
    personId,
    form,
    namesakesSeen,
  }: Pick<Parameters<typeof correctPerson>[2], "communeId" | "personId" | "form" | "namesakesSeen">,
): Promise<readonly Namesake[]> {
  const asked = { communeId, namesakeKey: namesakeKey(form.fullName), birth: form.birth };
  const found = await findNamesakes(db, asked);
  return found.filter(
    (each) => each.personId !== personId && !namesakesSeen.includes(each.personId),
  );
}

/** What is kept of a language that the form does not know stays, unless another was chosen. */
function languagesAfter(
  { languages }: Pick<PersonFile, "languages">,
  { language }: CorrectionForm,
): readonly string[] {
  const [first = "other"] = languages;
  if (first === language) return languages;
  return language === "other" ? [] : [language];
}

function sealedAfter(ids: NationalIds, personId: PersonId, form: CorrectionForm) {
  if (form.nationalId !== "") return ids.seal(personId, form.nationalId);
  return form.withoutNationalId ? null : undefined;
}

const SHOWN_DIGITS = 4;

function textsOf(file: Omit<PersonFile, "offices">): Readonly<Record<string, string>> {
  return {
    fullName: file.fullName,
    birth: birthText(file.birth),
    sex: file.sex,
    language: file.languages[0] ?? "other",
    citizenGroup: file.citizenGroup,
    phone: file.phone ?? "",
    nationalIdEnd: file.nationalIdLast4 ?? "",
  };
}

function textsAfter(
  file: Omit<PersonFile, "offices">,
  form: CorrectionForm,
): Readonly<Record<string, string>> {
  const kept = form.withoutNationalId ? "" : (file.nationalIdLast4 ?? "");
  return {
    fullName: form.fullName,
    birth: birthText(form.birth),
    sex: form.sex,
    language: form.language,
    citizenGroup: form.citizenGroup,
    phone: form.phone,
    nationalIdEnd: form.nationalId === "" ? kept : form.nationalId.slice(-SHOWN_DIGITS),
  };
}
