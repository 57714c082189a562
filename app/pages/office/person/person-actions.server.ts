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
import type { PinResetFault } from "#app/domain/identity/index.ts";
import { type PersonId, type PlaceId, Uuid } from "#app/domain/kernel/index.ts";

import type { OfficeContext } from "#app/pages/office/frame/office-context.server.ts";
import type { Deps } from "#app/server/boot/deps.server.ts";
import { textOf } from "#app/server/http/form.server.ts";
import { attestorForm, pinResetForm, promoterForm, type RefusedTask } from "./form.ts";
import { printableCard } from "./learner-card.server.ts";

export const DONE = [
  "da-giao",
  "da-thoi",
  "da-giao-lop",
  "da-thoi-lop",
  "da-sua",
  "da-chuyen",
] as const;

type Done = (typeof DONE)[number];

const done = (code: Done) => ({ state: "done" as const, code });

interface Task {
  readonly deps: Deps;
  readonly actor: OfficeContext["actor"];
  readonly person: { readonly communeId: PlaceId; readonly personId: PersonId };
  /** Made with the form, so that a second press appoints nobody twice; or the office that ends. */
  readonly officeId: string;
  readonly form: FormData;
}

/** Does what one of the forms on somebody's file asks for; what is not there or not his is no page. */
export async function handlePersonAction(
  deps: Deps,
  { actor, placeId: communeId }: OfficeContext,
  personId: PersonId,
  form: FormData,
) {
  const officeId = Uuid.catch(deps.newId()).parse(textOf(form, "chuc-vu"));
  const task = { deps, actor, person: { communeId, personId }, officeId, form };
  switch (textOf(form, "viec")) {
    case "cap-pin":
      return givePin(task);
    case "giao-viec":
      return makeAttestor(task);
    case "giao-lop":
      return makePromoter(task);
    case "thoi-viec":
      return endAttestor(task);
    case "thoi-lop":
      return endPromoter(task);
    default:
      throw new Response(null, { status: 400 });
  }
}

function refused({ officeId }: Task, what: RefusedTask) {
  return { state: "refused" as const, officeId, what };
}

async function givePin(task: Task) {
  const { deps, actor, person, form } = task;
  const { typed, value, faults } = pinResetForm.read(form, { pinMark: textOf(form, "dau") });
  if (value === null) return refused(task, { task: "pin", typed, faults });
  const reset = await resetPin(deps, actor, { ...person, ...value });
  if (reset.ok) return { state: "pin" as const, card: await printableCard(deps, reset.value) };
  return refused(task, { task: "pin", typed, faults: [pinFault(reset.refusal.code)] });
}

async function makeAttestor(task: Task) {
  const { deps, actor, person, officeId, form } = task;
  const { typed, value, faults } = attestorForm.read(form);
  if (value === null) return refused(task, { task: "attestor", typed, faults });
  const given = await appointAttestor(deps, actor, { ...person, officeId, form: value });
  if (given.ok) return done("da-giao");
  const fault = officeFault(given.refusal.code, "already-attestor");
  return refused(task, { task: "attestor", typed, faults: [fault] });
}

async function makePromoter(task: Task) {
  const { deps, actor, person, officeId, form } = task;
  const { typed, value, faults } = promoterForm.read(form);
  if (value === null) return refused(task, { task: "promoter", typed, faults });
  const given = await appointPromoter(deps, actor, { ...person, officeId, form: value });
  if (given.ok) return done("da-giao-lop");
  const fault = officeFault(given.refusal.code, "already-promoter");
  return refused(task, { task: "promoter", typed, faults: [fault] });
}

async function endAttestor(task: Task) {
  const { deps, actor, person, officeId } = task;
  const ended = await dismissAttestor(deps, actor, { ...person, officeId });
  if (ended.ok) return done("da-thoi");
  const faults = [endFault(ended.refusal.code)];
  return refused(task, { task: "attestor", typed: attestorForm.blank, faults });
}

async function endPromoter(task: Task) {
  const { deps, actor, person, officeId } = task;
  const ended = await dismissPromoter(deps, actor, { ...person, officeId });
  if (ended.ok) return done("da-thoi-lop");
  const faults = [endFault(ended.refusal.code)];
  return refused(task, { task: "promoter", typed: promoterForm.blank, faults });
}

function officeFault<Held extends string>(
  code: GrantOfficeRefusal["code"],
  alreadyHeld: Held,
): "oneself" | "place-unknown" | Held {
  switch (code) {
    case "not-official":
      throw new Response(null, { status: 403 });
    case "person-unknown":
      throw new Response(null, { status: 404 });
    case "already-held":
      return alreadyHeld;
    case "oneself":
    case "place-unknown":
      return code;
  }
}

function endFault(code: EndOfficeRefusal["code"]): "oneself" {
  switch (code) {
    case "not-official":
      throw new Response(null, { status: 403 });
    case "office-unknown":
      throw new Response(null, { status: 404 });
    case "oneself":
      return code;
  }
}

function pinFault(code: ResetPinRefusal["code"]): PinResetFault {
  switch (code) {
    case "not-official":
      throw new Response(null, { status: 403 });
    case "person-unknown":
    case "no-account":
      throw new Response(null, { status: 404 });
    case "own-account":
    case "office-beyond":
    case "pin-changed":
      return code;
  }
}
