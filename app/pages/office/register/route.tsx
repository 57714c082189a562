import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";

import { processOf } from "#app/domain/criteria/index.ts";
import type { RevocationFault } from "#app/domain/evaluation/index.ts";
import {
  findRegisterEntry,
  listRegister,
  revokeRecognition,
} from "#app/domain/evaluation/index.server.ts";
import { dayOf, formatNumber, valueOf, yearOf } from "#app/domain/kernel/index.ts";
import { useWords } from "#app/locales/index.ts";
import {
  requireOffice,
  type OfficeContext,
} from "#app/pages/office/frame/office-context.server.ts";
import type { Deps } from "#app/server/boot/deps.server.ts";
import { readForm } from "#app/server/http/form.server.ts";
import { OfficePage } from "#app/pages/office/frame/office-page.tsx";
import { deskHref, useDeskHref } from "#app/pages/office/frame/office-frame.ts";
import { EmptyState } from "#app/kit/empty-state.tsx";
import { ErrorSummary, Notice } from "#app/kit/notice.tsx";
import { pageTitle } from "#app/kit/page-title.ts";
import { Pager } from "#app/kit/pager.tsx";
import { href } from "#app/routes.ts";
import { readRegisterAddress, registerHref } from "./register-address.ts";
import { RegisterEntry } from "./register-entry.tsx";
import { RegisterFilter } from "./register-filter.tsx";
import { RegisterTable } from "./register-table.tsx";
import { revocationForm } from "./form.ts";

const DONE = ["thu-hoi", "da-co"] as const;
type Done = (typeof DONE)[number];

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.desk.register.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { deps } = context;
  const desk = await requireOffice(context, request);
  const search = new URL(request.url).searchParams;
  const address = readRegisterAddress(search, yearOf(dayOf(deps.now())));
  const communeId = desk.placeId;
  const listed = await listRegister(deps, desk.actor, { communeId, ...address });
  const { lines, page, pages, found } = valueOf(listed);
  return {
    address: { ...address, page },
    pages,
    found,
    lines,
    opened: await openEntry(deps, desk, address.entryId),
    done: DONE.find((known) => known === search.get("xong")) ?? null,
  };
}

/** One entry, with the reasons for which its year's procedure lets it be revoked; null when unknown. */
async function openEntry(deps: Deps, office: OfficeContext, registerEntryId: string | null) {
  if (registerEntryId === null) return null;
  const found = await findRegisterEntry(deps, office.actor, {
    communeId: office.placeId,
    registerEntryId,
  });
  if (!found.ok) return null;
  const entry = found.value;
  const reasons = processOf(deps.processes(), entry.year)?.revocationReasons ?? [];
  return { entry, reasons };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const { actor, placeId: communeId, named } = await requireOffice(context, request);
  const search = new URL(request.url).searchParams;
  const address = readRegisterAddress(search, yearOf(dayOf(deps.now())));
  if (address.entryId === null) throw new Response(null, { status: 404 });
  const given = { communeId, registerEntryId: address.entryId };
  const { typed, value, faults } = revocationForm.read(await readForm(request), given);
  const refused = (wrong: readonly RevocationFault[]) =>
    data({ typed, faults: wrong }, { status: 422 });

  if (value === null) return refused(faults);
  const revoked = await revokeRecognition(deps, actor, value);
  const told = (done: Done) =>
    redirect(deskHref(`${registerHref(address)}&xong=${done}`, named), 303);
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
  const view = revocationForm.view(refused, words.refusals);
  const toDesk = useDeskHref();
  const hrefOf = (asked: Partial<typeof address>) => toDesk(registerHref({ ...address, ...asked }));
  return (
    <OfficePage
      heading={words.heading}
      current="register"
      switchHref={href("office/register")}
      wide
    >
      <ErrorSummary title={words.errorTitle} errors={view.errors} />
      {done === null || refused !== undefined ? null : (
        <Notice tone={done === "thu-hoi" ? "success" : "info"}>{words.done[done]}</Notice>
      )}
      {opened === null ? null : (
        <RegisterEntry {...{ ...opened, view }} closeHref={hrefOf({ entryId: null })} />
      )}
      <RegisterFilter address={address} />
      {lines.length === 0 ? (
        <EmptyState icon="list" title={words.empty.title}>
          {address.search === "" ? words.empty.advice : words.empty.filtered}
        </EmptyState>
      ) : (
        <>
          <p className="hint">{words.found(formatNumber(found))}</p>
          <RegisterTable lines={lines} entryHref={(entryId) => `${hrefOf({ entryId })}#chi-tiet`} />
        </>
      )}
      <Pager page={address.page} pages={pages} hrefOf={(page) => hrefOf({ page, entryId: null })} />
    </OfficePage>
  );
}
