import { AttestorForm } from "#app/domain/identity/index.ts";
import {
  appointAttestor,
  type AppointAttestorRefusal,
  dismissAttestor,
  type DismissAttestorRefusal,
  resetPin,
  type ResetPinRefusal,
} from "#app/domain/identity/index.server.ts";
import { type PersonId, Uuid } from "#app/domain/kernel/index.ts";

import type { CommuneDesk } from "./commune-desk.server.ts";
import type { Deps } from "./deps.server.ts";
import { textOf } from "./form.server.ts";
import { printableCard } from "./learner-card.server.ts";

type Fault = Exclude<
  (AppointAttestorRefusal | DismissAttestorRefusal | ResetPinRefusal)["code"],
  "not-official" | "person-unknown" | "office-unknown" | "village-unknown"
>;

export const DONE = ["da-giao", "da-thoi"] as const;

const done = (code: (typeof DONE)[number]) => ({ state: "done" as const, code });

/** Does what one of the forms on somebody's file asks for; what is not there or not his is no page. */
export async function doPersonTask(
  deps: Deps,
  { actor, communeId }: CommuneDesk,
  personId: PersonId,
  form: FormData,
) {
  const person = { communeId, personId };
  const typed = {
    villageId: textOf(form, "thon").slice(0, 100),
    title: textOf(form, "chuc-danh").slice(0, 300),
  };
  const officeId = Uuid.catch(deps.newId()).parse(textOf(form, "chuc-vu"));
  const refused = (...faults: readonly (Fault | keyof typeof typed)[]) => ({
    state: "refused" as const,
    ...typed,
    officeId,
    faults,
  });

  switch (textOf(form, "viec")) {
    case "cap-pin": {
      const pinMark = textOf(form, "dau").slice(0, 100);
      const reset = await resetPin(deps, actor, { ...person, pinMark });
      if (!reset.ok) return refused(faultOf(reset.refusal.code));
      return { state: "pin" as const, card: await printableCard(deps, reset.value) };
    }
    case "giao-viec": {
      const read = AttestorForm.safeParse(typed);
      if (!read.success) {
        const wrong = new Set(read.error.issues.map(({ path }) => path[0]));
        return refused(...(["villageId", "title"] as const).filter((field) => wrong.has(field)));
      }
      const asked = { ...person, officeId, form: read.data };
      const appointed = await appointAttestor(deps, actor, asked);
      return appointed.ok ? done("da-giao") : refused(faultOf(appointed.refusal.code));
    }
    case "thoi-viec": {
      const dismissed = await dismissAttestor(deps, actor, { ...person, officeId });
      return dismissed.ok ? done("da-thoi") : refused(faultOf(dismissed.refusal.code));
    }
    default:
      throw new Response(null, { status: 400 });
  }
}

function faultOf(
  code: (AppointAttestorRefusal | DismissAttestorRefusal | ResetPinRefusal)["code"],
): Fault | "villageId" {
  switch (code) {
    case "not-official":
      throw new Response(null, { status: 403 });
    case "person-unknown":
    case "office-unknown":
      throw new Response(null, { status: 404 });
    case "village-unknown":
      return "villageId";
    case "already-attestor":
    case "oneself":
    case "own-account":
    case "office-beyond":
    case "pin-changed":
      return code;
  }
}
