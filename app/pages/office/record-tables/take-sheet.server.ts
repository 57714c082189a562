import { data, redirect } from "@remix-run/node";

import { SheetForm } from "#app/domain/exchange/index.ts";
import { countSheet, takeSheet } from "#app/domain/exchange/index.server.ts";
import { dayOf, formatDay } from "#app/domain/kernel/index.ts";
import { vi, type Words } from "#app/locales/index.ts";
import type { OfficeContext } from "#app/pages/office/frame/office-context.server.ts";
import { deskHref } from "#app/pages/office/frame/office-frame.ts";
import { sheetFile } from "#app/pages/files/sheets/sheet-file.server.ts";
import { href } from "#app/routes.ts";
import { SHEET_FIELDS as FIELDS, type SheetFault, type TypedSheet } from "./sheet-form.tsx";

import type { Deps } from "#app/server/boot/deps.server.ts";
import { courseOptions, verbOptions } from "./exchange-options.server.ts";
import { readForm } from "#app/server/http/form.server.ts";

/** The form before anything was typed: this month until today. */
export function emptySheet(deps: Deps, words: Words) {
  const today = dayOf(deps.now());
  const typed: TypedSheet = {
    from: `01${formatDay(today).slice(2)}`,
    to: formatDay(today),
    activity: "",
    verb: "",
  };
  return { typed, courses: courseOptions(deps), verbs: verbOptions(words) };
}

/** Leads to the file that was asked for, or says what is wrong with it. */
export async function askForSheet(deps: Deps, office: OfficeContext, request: Request) {
  const form = await readForm(request);
  const text = (field: string) => {
    const value = form.get(field);
    return typeof value === "string" ? value.slice(0, 2000) : "";
  };
  const typed: TypedSheet = {
    from: text(FIELDS.from).slice(0, 40),
    to: text(FIELDS.to).slice(0, 40),
    activity: text(FIELDS.activity),
    verb: text(FIELDS.verb),
  };
  const kind = text(FIELDS.kind);
  const read = SheetForm.safeParse({ ...typed, kind });
  if (!read.success) {
    return data({ typed, faults: faultsOf(read.error.issues), tooMany: null }, { status: 422 });
  }
  const { actor, placeId, named } = office;
  const counted = await countSheet(deps, actor, { placeId, form: read.data });
  if (counted.ok) {
    const query = new URLSearchParams({ ...addressed(typed), [FIELDS.kind]: kind });
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

function addressed({ from, to, activity, verb }: TypedSheet): Record<string, string> {
  return {
    [FIELDS.from]: from,
    [FIELDS.to]: to,
    [FIELDS.activity]: activity,
    [FIELDS.verb]: verb,
  };
}

const FAULTS: readonly SheetFault[] = ["from", "to", "order", "activity", "verb", "kind"];

function faultsOf(issues: readonly { readonly message: string }[]): readonly SheetFault[] {
  return FAULTS.filter((fault) => issues.some(({ message }) => message === fault));
}

/** The file itself; an address that no form of ours makes is answered with 400. */
export async function statementSheet(
  deps: Deps,
  { actor, placeId }: OfficeContext,
  request: Request,
): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const asked = (field: string) => searchParams.get(field) ?? "";
  const read = SheetForm.safeParse({
    from: asked(FIELDS.from),
    to: asked(FIELDS.to),
    kind: asked(FIELDS.kind),
    verb: asked(FIELDS.verb),
    activity: asked(FIELDS.activity),
  });
  if (!read.success) return new Response(null, { status: 400 });
  const { from, to, kind } = read.data;
  const taken = await takeSheet(deps, actor, { placeId, form: read.data });
  if (taken.ok) {
    return sheetFile("statements", kind, taken.value, {
      fileName: vi.exchange.sheet.fileName(from, to),
      draw: (table) => deps.work.run("workbook", actor.accountId, table),
    });
  }
  return new Response(null, { status: taken.refusal.code === "not-officer" ? 403 : 413 });
}
