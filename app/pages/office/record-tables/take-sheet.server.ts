import { data, redirect } from "@remix-run/node";

import { countSheet, takeSheet } from "#app/domain/exchange/index.server.ts";
import { dayOf, formatDay } from "#app/domain/kernel/index.ts";
import { vi, type Words } from "#app/locales/index.ts";
import type { OfficeContext } from "#app/pages/office/frame/office-context.server.ts";
import { deskHref } from "#app/pages/office/frame/office-frame.ts";
import { sheetFile } from "#app/pages/files/sheets/sheet-file.server.ts";
import { href } from "#app/routes.ts";
import { SHEET_FIELDS as FIELDS, sheetForm } from "./form.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";
import { courseOptions, verbOptions } from "./exchange-options.server.ts";
import { readForm } from "#app/server/http/form.server.ts";

/** The form before anything was typed: this month until today. */
export function emptySheet(deps: Deps, words: Words) {
  const today = dayOf(deps.now());
  const typed = {
    ...sheetForm.blank,
    from: `01${formatDay(today).slice(2)}`,
    to: formatDay(today),
  };
  return { typed, courses: courseOptions(deps), verbs: verbOptions(words) };
}

/** Leads to the file that was asked for, or says what is wrong with it. */
export async function askForSheet(deps: Deps, office: OfficeContext, request: Request) {
  const { typed, value, faults } = sheetForm.read(await readForm(request));
  if (value === null) return data({ typed, faults, tooMany: null }, { status: 422 });
  const { actor, placeId, named } = office;
  const counted = await countSheet(deps, actor, { placeId, form: value });
  if (counted.ok) {
    const query = new URLSearchParams(addressed(typed));
    const file = href("office/record-tables-file", { desk: office.desk });
    throw redirect(deskHref(`${file}?${query.toString()}`, named), 303);
  }
  switch (counted.refusal.code) {
    case "not-officer":
      throw new Response(null, { status: 403 });
    case "too-many":
      return data({ typed, faults: [], tooMany: counted.refusal.most }, { status: 422 });
  }
}

function addressed(typed: typeof sheetForm.blank): Record<string, string> {
  const { from, to, activity, verb, kind } = typed;
  return {
    [FIELDS.from]: from,
    [FIELDS.to]: to,
    [FIELDS.activity]: activity,
    [FIELDS.verb]: verb,
    [FIELDS.kind]: kind,
  };
}

/** The file itself; an address that no form of ours makes is answered with 400. */
export async function statementSheet(
  deps: Deps,
  { actor, placeId }: OfficeContext,
  request: Request,
): Promise<Response> {
  const { value } = sheetForm.read(new URL(request.url).searchParams);
  if (value === null) return new Response(null, { status: 400 });
  const { from, to, kind } = value;
  const taken = await takeSheet(deps, actor, { placeId, form: value });
  if (taken.ok) {
    return sheetFile("statements", kind, taken.value, {
      fileName: vi.exchange.sheet.fileName(from, to),
      draw: (table) => deps.work.run("workbook", actor.accountId, table),
    });
  }
  return new Response(null, { status: taken.refusal.code === "not-officer" ? 403 : 413 });
}
