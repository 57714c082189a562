import { AttestorForm, PromoterForm } from "#app/domain/identity/index.ts";
import {
  appointAttestor,
  appointPromoter,
  dismissAttestor,
  dismissPromoter,
  type EndOfficeRefusal,
  type GrantOfficeRefusal,
  resetPin,
  type ResetPinRefusal,
} from "#app/domain/identity/index.server.ts";
import { type PersonId, type Result, Uuid } from "#app/domain/kernel/index.ts";

import type { OfficeContext } from "#app/pages/office/frame/office-context.server.ts";
import type { Deps } from "#app/server/boot/deps.server.ts";
import { textOf } from "#app/server/http/form.server.ts";
import { printableCard } from "./learner-card.server.ts";

type Code = (GrantOfficeRefusal | EndOfficeRefusal | ResetPinRefusal)["code"];
type Fault = Exclude<
  Code,
  "not-official" | "person-unknown" | "office-unknown" | "place-unknown" | "already-held"
>;

export const DONE = ["da-giao", "da-thoi", "da-giao-lop", "da-thoi-lop"] as const;

type Done = (typeof DONE)[number];

const done = (code: Done) => ({ state: "done" as const, code });

/** Does what one of the forms on somebody's file asks for; what is not there or not his is no page. */
export async function handlePersonAction(
  deps: Deps,
  { actor, placeId: communeId }: OfficeContext,
  personId: PersonId,
  form: FormData,
) {
  const person = { communeId, personId };
  const task = textOf(form, "viec");
  const forClasses = task.endsWith("-lop");
  const typed = {
    placeId: textOf(form, forClasses ? "noi-mo-lop" : "thon").slice(0, 100),
    title: textOf(form, forClasses ? "chuc-danh-lop" : "chuc-danh").slice(0, 300),
  };
  const officeId = Uuid.catch(deps.newId()).parse(textOf(form, "chuc-vu"));
  const refused = (
    ...faults: readonly (Fault | keyof typeof typed | "already-attestor" | "already-promoter")[]
  ) => ({
    state: "refused" as const,
    task: forClasses ? ("promoter" as const) : ("attestor" as const),
    ...typed,
    officeId,
    faults,
  });

  const settled = (result: Result<null, GrantOfficeRefusal | EndOfficeRefusal>, code: Done) =>
    result.ok ? done(code) : refused(faultOf(result.refusal.code, forClasses));
  const misread = (wrong: ReadonlySet<unknown>) =>
    refused(...(["placeId", "title"] as const).filter((field) => wrong.has(field)));

  switch (task) {
    case "cap-pin": {
      const pinMark = textOf(form, "dau").slice(0, 100);
      const reset = await resetPin(deps, actor, { ...person, pinMark });
      if (!reset.ok) return refused(faultOf(reset.refusal.code, forClasses));
      return { state: "pin" as const, card: await printableCard(deps, reset.value) };
    }
    case "giao-viec": {
      const { placeId: villageId, title } = typed;
      const read = AttestorForm.safeParse({ villageId, title });
      if (!read.success) {
        const wrong = read.error.issues.map(({ path }) => path[0]);
        return misread(new Set(wrong.map((name) => (name === "villageId" ? "placeId" : name))));
      }
      const asked = { ...person, officeId, form: read.data };
      return settled(await appointAttestor(deps, actor, asked), "da-giao");
    }
    case "giao-lop": {
      const read = PromoterForm.safeParse(typed);
      if (!read.success) return misread(new Set(read.error.issues.map(({ path }) => path[0])));
      const asked = { ...person, officeId, form: read.data };
      return settled(await appointPromoter(deps, actor, asked), "da-giao-lop");
    }
    case "thoi-viec":
      return settled(await dismissAttestor(deps, actor, { ...person, officeId }), "da-thoi");
    case "thoi-lop":
      return settled(await dismissPromoter(deps, actor, { ...person, officeId }), "da-thoi-lop");
    default:
      throw new Response(null, { status: 400 });
  }
}

function faultOf(
  code: Code,
  forClasses: boolean,
): Fault | "placeId" | "already-attestor" | "already-promoter" {
  switch (code) {
    case "not-official":
      throw new Response(null, { status: 403 });
    case "person-unknown":
    case "office-unknown":
      throw new Response(null, { status: 404 });
    case "place-unknown":
      return "placeId";
    case "already-held":
      return forClasses ? "already-promoter" : "already-attestor";
    case "oneself":
    case "own-account":
    case "office-beyond":
    case "pin-changed":
      return code;
  }
}
