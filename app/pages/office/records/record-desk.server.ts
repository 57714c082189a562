import { data, redirect } from "@remix-run/node";

import { Uuid } from "#app/domain/kernel/index.ts";
import { courseIri } from "#app/domain/learning/index.ts";
import {
  browseRecords,
  findResidentsNamed,
  listAccesses,
  readRecord,
} from "#app/domain/record-office/index.server.ts";
import { type OfficeContext, reachOf } from "#app/pages/office/frame/office-context.server.ts";
import { deskHref } from "#app/pages/office/frame/office-frame.ts";
import { href } from "#app/routes.ts";
import {
  placeText,
  readPlace,
  readRecordAddress,
  type RecordAddress,
  recordsHref,
} from "./record-address.ts";
import { daysForm } from "./form.ts";
import type { RecordAnswer } from "./record-browser.tsx";
import type { ActivityOption } from "./record-filter.tsx";

import type { Deps } from "#app/server/boot/deps.server.ts";

/** What a list of statements answers to its address; 422 when a day in it cannot be read. */
export async function loadRecords(deps: Deps, office: OfficeContext, request: Request) {
  const search = new URL(request.url).searchParams;
  const address = readRecordAddress(search);
  const activities = deps
    .catalogue()
    .map(({ id, title }): ActivityOption => ({ iri: courseIri(deps.baseIri, id), title }));
  const answer = await answerTo(deps, office, address, search);
  const status = answer.state === "faults" ? 422 : 200;
  return data({ address, activities, answer }, { status });
}

async function answerTo(
  deps: Deps,
  office: OfficeContext,
  address: RecordAddress,
  search: URLSearchParams,
): Promise<RecordAnswer> {
  const { actor, named } = office;
  const desk = reachOf(office);
  const base = href("office/records", { desk: office.desk });
  const { value: days, faults } = daysForm.read(search);
  if (days === null) return { state: "faults", faults };
  if (address.personId === null && address.sought !== "") {
    const found = await findResidentsNamed(deps, actor, { desk, typed: address.sought });
    if (!found.ok) throw new Response(null, { status: 403 });
    const [only, ...others] = found.value.people;
    if (only === undefined || others.length > 0) return { state: "people", ...found.value };
    throw redirect(
      deskHref(recordsHref(base, { ...address, personId: only.personId }), named),
      303,
    );
  }
  const place = readPlace(search.get("sau"));
  const { personId, verb, activity, voidedOnly } = address;
  const filter = { personId, verb, activity, voidedOnly, ...days };
  const browsed = await browseRecords(deps, actor, { desk, filter, after: place });
  if (!browsed.ok) {
    if (browsed.refusal.code === "person-unknown") return { state: "person-gone" };
    throw new Response(null, { status: 403 });
  }
  const { lines, names, person, more } = browsed.value;
  return {
    state: "found",
    lines,
    names,
    person,
    more: more === null ? null : placeText(more),
    newest: place === null,
  };
}

/** One statement of the desk's reach; 404 for every other. */
export async function loadRecord(deps: Deps, office: OfficeContext, id: string | undefined) {
  const { actor } = office;
  const desk = reachOf(office);
  const statementId = Uuid.safeParse(id);
  if (!statementId.success) throw new Response(null, { status: 404 });
  const read = await readRecord(deps, actor, { desk, statementId: statementId.data });
  if (read.ok) return { file: read.value };
  throw new Response(null, { status: read.refusal.code === "not-official" ? 403 : 404 });
}

/** Who was shown personal data at the desk, a page of it. */
export async function loadLooks(deps: Deps, office: OfficeContext, request: Request) {
  const { actor } = office;
  const desk = reachOf(office);
  const before = new URL(request.url).searchParams.get("truoc") ?? "";
  const listed = await listAccesses(deps, actor, {
    desk,
    before: /^\d{1,18}$/u.test(before) ? BigInt(before) : null,
  });
  if (!listed.ok) throw new Response(null, { status: 403 });
  const { accesses, more } = listed.value;
  return {
    accesses: accesses.map((look) => ({ ...look, sequence: String(look.sequence) })),
    more: more === null ? null : String(more),
  };
}
