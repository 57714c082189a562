import type { IncomingHttpHeaders } from "node:http";

import { AcceptLanguage, Cookie, SetCookie } from "@remix-run/headers";

import type { Actor, LearnerSettings, SettingsChoice } from "#app/domain/identity/index.ts";
import { LANGUAGE_CODES } from "#app/locales/language-names.ts";
import { type Language, languageOf } from "#app/locales/languages.ts";

/** How pages are shown to whoever asks. */
export interface DisplayPreferences {
  readonly language: Language;
  /** What she chose, or what this phone keeps for whoever holds it. */
  readonly chosen: LearnerSettings;
  /** What holds: a phone that saves data itself (`Save-Data: on`) is not sent pictures either. */
  readonly settings: LearnerSettings;
}

/** What a phone keeps for whoever has not signed in. */
const COOKIES = {
  locale: "ngon-ngu",
  easyView: "de-xem",
  dataSaver: "it-du-lieu",
} as const satisfies Record<keyof LearnerSettings, string>;

const YES = "1";
const KEPT_SECONDS = 400 * 24 * 60 * 60;

/**
 * An account's own choice, then the phone's, then what the browser says it would read. Who holds an
 * office reads the authority's wording until she chooses otherwise.
 */
export function resolvePreferences(
  headers: IncomingHttpHeaders,
  actor: Actor | null,
): DisplayPreferences {
  const kept = keptOnPhone(headers.cookie ?? null);
  const chosen =
    actor === null ? kept : { ...actor.settings, locale: actor.settings.locale ?? kept.locale };
  const byOffice = actor !== null && actor.offices.length > 0;
  const readable = byOffice ? null : (headers["accept-language"] ?? null);
  return {
    language: languageOf(chosen.locale ?? preferred(readable)),
    chosen,
    settings: { ...chosen, dataSaver: chosen.dataSaver || headers["save-data"] === "on" },
  };
}

function keptOnPhone(cookies: string | null): LearnerSettings {
  const cookie = Cookie.from(cookies);
  return {
    locale: knownCode(cookie.get(COOKIES.locale)),
    easyView: cookie.get(COOKIES.easyView) === YES,
    dataSaver: cookie.get(COOKIES.dataSaver) === YES,
  };
}

function knownCode(code: string | null): string | null {
  return LANGUAGE_CODES.find((known) => known === code) ?? null;
}

/** Vietnamese stands first, and so wins where weights are equal. */
function preferred(acceptLanguage: string | null): string | null {
  return AcceptLanguage.from(acceptLanguage).getPreferred(LANGUAGE_CODES);
}

/** The `Set-Cookie` values that keep a choice on a phone on which nobody is signed in. */
export function keepOnPhone(choice: SettingsChoice, secure: boolean): readonly string[] {
  const kept = (name: keyof LearnerSettings, value: string | null) =>
    new SetCookie({
      name: COOKIES[name],
      value: value ?? "",
      path: "/",
      httpOnly: true,
      sameSite: "Lax",
      secure,
      maxAge: value === null ? 0 : KEPT_SECONDS,
    }).toString();
  return [
    ...(choice.locale === undefined ? [] : [kept("locale", choice.locale)]),
    ...(choice.easyView === undefined ? [] : [kept("easyView", choice.easyView ? YES : null)]),
    ...(choice.dataSaver === undefined ? [] : [kept("dataSaver", choice.dataSaver ? YES : null)]),
  ];
}
