import { z } from "zod";

import type { SettingsChoice } from "#app/domain/identity/index.ts";
import { LANGUAGE_CODES } from "#app/locales/language-names.ts";
import { SETTING_FIELDS as FIELDS } from "#app/kit/setting-fields.ts";

import { textOf } from "#app/server/http/form.server.ts";
import { ownPath } from "#app/server/http/own-path.ts";

const Switched = z.enum(["co", "khong"]).transform((value) => value === "co");

const Sent = z.object({
  locale: z.enum(LANGUAGE_CODES).optional(),
  easyView: Switched.optional(),
  dataSaver: Switched.optional(),
});

/** What a button of the settings changes; null when no button of ours was pressed. */
export function readSettings(form: FormData): SettingsChoice | null {
  const sent = (name: string) => (form.has(name) ? textOf(form, name) : undefined);
  const read = Sent.safeParse({
    locale: sent(FIELDS.locale),
    easyView: sent(FIELDS.easyView),
    dataSaver: sent(FIELDS.dataSaver),
  });
  if (!read.success) return null;
  const choice = Object.values(read.data).some((value) => value !== undefined);
  return choice ? read.data : null;
}

/** Where the button stood: the page that the form names, else the one that the browser came from. */
export function wayBack(form: FormData, request: Request): string {
  const named = textOf(form, FIELDS.back);
  if (named !== "") return ownPath(named);
  const from = request.headers.get("referer") ?? "";
  if (!URL.canParse(from)) return "/";
  const { pathname, search } = new URL(from);
  return ownPath(pathname + search);
}
