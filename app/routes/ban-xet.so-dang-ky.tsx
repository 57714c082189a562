import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { RevocationForm } from "#app/domain/evaluation/index.ts";
import { revokeRecognition } from "#app/domain/evaluation/index.server.ts";
import { dayOf, formatNumber, unaccented, yearOf } from "#app/domain/kernel/index.ts";
import { useWords, vi } from "#app/locales/index.ts";
import { requireCommuneDesk } from "#app/server/commune-desk.server.ts";
import { openEntry, readRegister } from "#app/server/commune-register.server.ts";
import { readForm, textOf } from "#app/server/form.server.ts";
import { CommuneDesk } from "#app/ui/commune-desk.tsx";
import { EmptyState } from "#app/ui/empty-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { readRegisterAddress, registerHref } from "#app/ui/register-address.ts";
import { RegisterEntry } from "#app/ui/register-entry.tsx";
import { RegisterFilter } from "#app/ui/register-filter.tsx";
import { RegisterTable } from "#app/ui/register-table.tsx";
import {
  faultsOf,
  REVOCATION_FIELDS,
  type RevocationFault,
  RevocationErrors,
} from "#app/ui/revocation.tsx";

const LINES_A_PAGE = 50;
const DONE = ["thu-hoi", "da-co"] as const;
type Done = (typeof DONE)[number];

export const meta: MetaFunction = () => [
  { title: `${vi.desk.register.heading} – ${vi.common.productName}` },
];

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const desk = await requireCommuneDesk(context, request);
  const search = new URL(request.url).searchParams;
  const address = readRegisterAddress(search, yearOf(dayOf(deps.now())));
  const wanted = unaccented(address.search);
  const found = (await readRegister(deps, desk, address.year)).filter(
    ({ fullName, registerNumber }) =>
      unaccented(fullName).includes(wanted) || unaccented(registerNumber).includes(wanted),
  );
  const pages = Math.max(1, Math.ceil(found.length / LINES_A_PAGE));
  const page = Math.min(address.page, pages);
  return {
    address: { ...address, page },
    pages,
    found: found.length,
    lines: found.slice((page - 1) * LINES_A_PAGE, page * LINES_A_PAGE),
    opened: await openEntry(deps, desk, address.entryId),
    done: DONE.find((known) => known === search.get("xong")) ?? null,
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor, communeId } = await requireCommuneDesk(context, request);
  const search = new URL(request.url).searchParams;
  const address = readRegisterAddress(search, yearOf(dayOf(deps.now())));
  if (address.entryId === null) throw new Response(null, { status: 404 });
  const form = await readForm(request);
  const reason = textOf(form, REVOCATION_FIELDS.reason).slice(0, 100);
  const words = textOf(form, REVOCATION_FIELDS.words).slice(0, 5000);
  const refused = (faults: readonly RevocationFault[]) =>
    data({ reason, words, faults }, { status: 422 });

  const typed = { communeId, registerEntryId: address.entryId, reason, words };
  const read = RevocationForm.safeParse(typed);
  if (!read.success) return refused(faultsOf(read.error.issues));
  const revoked = await revokeRecognition(deps, actor, read.data);
  const told = (done: Done) => redirect(`${registerHref(address)}&xong=${done}#chi-tiet`, 303);
  if (revoked.ok) throw told("thu-hoi");
  switch (revoked.refusal.code) {
    case "outside-commune":
      throw new Response(null, { status: 403 });
    case "unknown-entry":
      throw new Response(null, { status: 404 });
    case "unknown-reason":
      return refused(["reason-missing"]);
    case "own-recognition":
      return refused([revoked.refusal.code]);
    case "already-revoked":
      throw told("da-co");
  }
}

export default function Register() {
  const words = useWords().desk.register;
  const { address, pages, found, lines, opened, done } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const closeHref = registerHref({ ...address, entryId: null });
  return (
    <CommuneDesk heading={words.heading} current="register" wide>
      {refused === undefined ? null : <RevocationErrors faults={refused.faults} />}
      {done === null || refused !== undefined ? null : (
        <Notice tone={done === "thu-hoi" ? "success" : "info"}>{words.done[done]}</Notice>
      )}
      {opened === null ? null : <RegisterEntry {...{ ...opened, refused, closeHref }} />}
      <RegisterFilter address={address} />
      {lines.length === 0 ? (
        <EmptyState icon="list" title={words.empty.title}>
          {address.search === "" ? words.empty.advice : words.empty.filtered}
        </EmptyState>
      ) : (
        <>
          <p className="hint">{words.found(formatNumber(found))}</p>
          <RegisterTable
            lines={lines}
            entryHref={(entryId) => `${registerHref({ ...address, entryId })}#chi-tiet`}
          />
        </>
      )}
      <Pager
        page={address.page}
        pages={pages}
        hrefOf={(page) => registerHref({ ...address, page, entryId: null })}
      />
    </CommuneDesk>
  );
}
