import { expect, test } from "vitest";

import type { Actor } from "#app/domain/identity/index.ts";
import { AccountId, PersonId } from "#app/domain/kernel/index.ts";
import { communeIdOfCode, provinceIdOfCode } from "#app/domain/places/index.ts";
import { requireOffice } from "#app/pages/office/frame/office-context.server.ts";
import { deskHref } from "#app/pages/office/frame/office-frame.ts";

const BAC_HA = communeIdOfCode("02839");
const TA_VAN = communeIdOfCode("03037");
const ID = "00000000-0000-4000-8000-000000000000";

const officialOf = (...communes: readonly (typeof BAC_HA)[]): Actor => ({
  accountId: AccountId.parse(ID),
  personId: PersonId.parse(ID),
  communeId: BAC_HA,
  villageId: BAC_HA,
  provinceId: provinceIdOfCode("15"),
  fullName: "Lù Thị Sáo",
  picture: "pig",
  settings: { locale: null, easyView: false, dataSaver: false },
  helper: null,
  offices: communes.map((communeId) => ({
    id: ID,
    title: "Công chức",
    placeId: communeId,
    placeName: communeId === BAC_HA ? "Xã Bắc Hà" : "Xã Tả Van",
    role: "commune_official",
    communeId,
  })),
  sample: false,
  reach: communes,
});

function deskOf(actor: Actor, query = "") {
  const request = new Request(`http://localhost/ban-xet${query}`);
  return requireOffice({ actor: () => Promise.resolve(actor) }, request);
}

test("an official of two communes is at the desk that the address names, else at the first", async () => {
  const actor = officialOf(BAC_HA, TA_VAN);

  expect(await deskOf(actor)).toMatchObject({
    placeId: BAC_HA,
    kind: "commune",
    desk: "ban-xet",
    named: null,
    places: [{ placeName: "Xã Bắc Hà" }, { placeName: "Xã Tả Van" }],
  });
  expect(await deskOf(actor, `?xa=${TA_VAN}`)).toMatchObject({ placeId: TA_VAN, named: TA_VAN });
});

test("nobody comes to the desk of a commune that is not hers", async () => {
  for (const desk of [
    deskOf(officialOf()),
    deskOf(officialOf(BAC_HA), `?xa=${TA_VAN}`),
    deskOf(officialOf(BAC_HA), "?xa="),
  ]) {
    await expect(desk).rejects.toMatchObject({ status: 403 });
  }
});

test("the chosen commune goes along in every address, whatever else stands in it", () => {
  const href = "/ban-xet/so-dang-ky?nam=2026&tim=M%E1%BB%B7#chi-tiet";

  expect(deskHref(href, null)).toBe(href);
  expect(deskHref(href, TA_VAN)).toBe(
    `/ban-xet/so-dang-ky?nam=2026&tim=M%E1%BB%B7&xa=${TA_VAN}#chi-tiet`,
  );
  expect(deskHref(`/ban-xet?xa=${BAC_HA}`, TA_VAN)).toBe(`/ban-xet?xa=${TA_VAN}`);
});
