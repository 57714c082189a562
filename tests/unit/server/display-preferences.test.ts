import { expect, test } from "vitest";

import type { Actor, HeldOffice, LearnerSettings } from "#app/domain/identity/index.ts";
import { AccountId, PersonId, PlaceId } from "#app/domain/kernel/index.ts";
import { resolvePreferences, keepOnPhone } from "#app/server/http/display-preferences.server.ts";

const ID = "0192f0a4-5b7e-7c31-9d52-6f1f0c1d7a10";
const NOTHING_CHOSEN: LearnerSettings = { locale: null, easyView: false, dataSaver: false };

function somebody(
  settings: Partial<LearnerSettings> = {},
  offices: readonly HeldOffice[] = [],
): Actor {
  const placeId = PlaceId.parse(ID);
  return {
    accountId: AccountId.parse(ID),
    personId: PersonId.parse(ID),
    communeId: placeId,
    villageId: placeId,
    provinceId: placeId,
    fullName: "Giàng Thị Mỷ",
    picture: "buffalo",
    settings: { ...NOTHING_CHOSEN, ...settings },
    helper: null,
    offices,
    sample: false,
    reach: [placeId],
  };
}

const OFFICIAL: HeldOffice = {
  id: ID,
  title: "Công chức Văn hóa – Xã hội",
  placeId: PlaceId.parse(ID),
  placeName: "Xã Bắc Hà",
  role: "commune_official",
  communeId: PlaceId.parse(ID),
};

const languageFor = (headers: Record<string, string>, actor: Actor | null = null) =>
  resolvePreferences(headers, actor).language.code;

test("her own choice comes before the phone's, the phone's before what the browser reads", () => {
  const headers = { cookie: "phien=abc; ngon-ngu=en", "accept-language": "vi" };

  expect(languageFor(headers, somebody({ locale: "vi" }))).toBe("vi");
  expect(languageFor(headers, somebody())).toBe("en");
  expect(languageFor(headers)).toBe("en");
  expect(languageFor({ "accept-language": "en" }, somebody())).toBe("en");
});

test.each([
  ["vi-VN,vi;q=0.9,en;q=0.8", "vi"],
  ["en-US,en;q=0.9", "en"],
  ["en;q=0.3,vi;q=0.7", "vi"],
  ["vi;q=0.3,en-GB;q=0.7", "en"],
  ["fr,de;q=0.8", "vi"],
  ["fr,en;q=0.2", "en"],
  ["*", "vi"],
  ["en;q=0", "vi"],
  ["en;q=abc", "vi"],
  [";;,,=;q=", "vi"],
  ["", "vi"],
])("a browser that reads %j is answered in %s", (acceptLanguage, code) => {
  expect(languageFor({ "accept-language": acceptLanguage })).toBe(code);
});

test("whoever holds an office reads the authority's wording until another language is chosen", () => {
  expect(languageFor({ "accept-language": "en" }, somebody({}, [OFFICIAL]))).toBe("vi");
  expect(languageFor({}, somebody({ locale: "en" }, [OFFICIAL]))).toBe("en");
  expect(languageFor({ cookie: "ngon-ngu=en" }, somebody({}, [OFFICIAL]))).toBe("en");
});

test("a cookie that is no choice of ours changes nothing", () => {
  for (const cookie of ["ngon-ngu=xx", "ngon-ngu=", "ngon-ngu=%ff; de-xem=2", "ngon-ngu"]) {
    expect(resolvePreferences({ cookie }, null).chosen).toEqual(NOTHING_CHOSEN);
  }
});

test("what is kept on a phone holds until somebody signs in who chose for herself", () => {
  const kept = keepOnPhone({ locale: "en", easyView: true, dataSaver: true }, true);
  const cookie = kept.map((each) => each.split(";")[0]).join("; ");

  expect(resolvePreferences({ cookie }, null).settings).toEqual({
    locale: "en",
    easyView: true,
    dataSaver: true,
  });
  expect(resolvePreferences({ cookie }, somebody({ locale: "vi" })).settings).toEqual({
    ...NOTHING_CHOSEN,
    locale: "vi",
  });
  for (const each of kept) expect(each).toMatch(/HttpOnly; .*SameSite=Lax; Secure/u);
});

test("turning something off on a phone leaves nothing kept of it, and nothing else is touched", () => {
  const [off, ...others] = keepOnPhone({ dataSaver: false }, false);

  expect(off).toMatch(/^it-du-lieu=;.*Max-Age=0/u);
  expect(others).toEqual([]);
});

test("a phone that saves data by itself is not sent pictures, and nobody is said to have chosen it", () => {
  const { settings, chosen } = resolvePreferences({ "save-data": "on" }, somebody());

  expect(settings.dataSaver).toBe(true);
  expect(chosen.dataSaver).toBe(false);
});
