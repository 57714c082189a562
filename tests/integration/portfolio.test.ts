import sharp from "sharp";
import { v7 as uuidv7 } from "uuid";
import { expect } from "vitest";

import type { Actor } from "#app/domain/identity/index.ts";
import { Day, valueOf } from "#app/domain/kernel/index.ts";
import {
  addEvidence,
  attestIndicator,
  readEvidencePhoto,
  readPortfolio,
  withdrawEvidence,
} from "#app/domain/portfolio/index.server.ts";
import { addVillage, TA_VAN } from "#tests/setup/people.ts";
import { test } from "#tests/setup/test-with-db.ts";

import { addOfficer, addPerson, communeWith, depsOf, type TestDeps } from "./evaluation-factory.ts";

const photo = await sharp({
  create: { width: 40, height: 30, channels: 3, background: "#3a7d44" },
})
  .jpeg()
  .toBuffer();

function deed(overrides: Partial<Parameters<typeof addEvidence>[2]> = {}) {
  return {
    id: uuidv7(),
    title: "Họp thôn bàn việc đường nước",
    description: "",
    indicators: ["3"],
    happenedOn: Day.parse("2026-11-01"),
    ...overrides,
  };
}

function portfolioOf(deps: TestDeps, reader: Actor, owner: Actor) {
  const { communeId, personId } = owner;
  return readPortfolio(deps, reader, { communeId, personId, year: 2026 });
}

function word(personId: Actor["personId"], overrides: { indicator?: string; level?: string } = {}) {
  const said = { indicator: "9", level: "thuong-xuyen", words: "Sống hòa thuận", ...overrides };
  return { ...said, personId, year: 2026 };
}

test("a deed with a photograph speaks for its indicator", async ({ database }) => {
  const deps = depsOf(database.transact);
  const { attestor: her } = await communeWith(database.transact);

  const { evidenceId } = valueOf(await addEvidence(deps, her, deed({ photo })));

  const portfolio = valueOf(await portfolioOf(deps, her, her));
  expect(portfolio.evidence).toMatchObject([
    { id: evidenceId, counts: true, photo: { width: 40, height: 30 } },
  ]);
  expect(portfolio.suggestions.find(({ code }) => code === "3")).toMatchObject({
    suggested: 4,
    reasons: ["Có 1 minh chứng về việc tham gia hoạt động chung: “Họp thôn bàn việc đường nước”."],
  });
  expect(portfolio.holder).toMatchObject({ villageName: "Thôn Hoa Mận", birthYear: 1990 });
});

test("a form posted five times at once is one piece of evidence", async ({ database }) => {
  const deps = depsOf(database.transact);
  const { attestor: her, official: other } = await communeWith(database.transact);
  const form = deed({ photo });

  const posts = await Promise.all(Array.from({ length: 5 }, () => addEvidence(deps, her, form)));

  expect(posts.map((post) => valueOf(post).evidenceId)).toEqual(Array(5).fill(form.id));
  expect(valueOf(await portfolioOf(deps, her, her)).evidence).toHaveLength(1);
  expect(deps.kept.size).toBe(1);
  expect(await addEvidence(deps, other, form)).toMatchObject({ refusal: { code: "not-yours" } });
});

test("what cannot be evidence is refused with its reason and keeps nothing", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const { attestor: her } = await communeWith(database.transact);

  const future = await addEvidence(deps, her, deed({ happenedOn: Day.parse("2026-11-23") }));
  const words = await addEvidence(deps, her, deed({ photo: Buffer.from("không phải ảnh") }));

  expect(future).toMatchObject({ refusal: { code: "in-future" } });
  expect(words).toMatchObject({ refusal: { code: "not-a-picture" } });
  expect(valueOf(await portfolioOf(deps, her, her)).evidence).toEqual([]);
  expect(deps.kept.size).toBe(0);
});

test("a deed of another year is kept but does not count", async ({ database }) => {
  const deps = depsOf(database.transact);
  const { attestor: her } = await communeWith(database.transact);

  await addEvidence(deps, her, deed({ happenedOn: Day.parse("2025-12-31") }));

  const portfolio = valueOf(await portfolioOf(deps, her, her));
  expect(portfolio.evidence).toMatchObject([{ counts: false }]);
  expect(portfolio.suggestedTotal).toBeNull();
});

test("a photograph is seen by its owner and by who answers for her, whose look is logged", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const commune = await communeWith(database.transact);
  const { communeId, villageId, attestor, official } = commune;
  const her = await addPerson(database.transact, { villageId });
  const neighbour = await addPerson(database.transact, { villageId });
  const elsewhere = await communeWith(database.transact, { village: "Tả Hồ" });
  const abroad = await communeWith(database.transact, { communeId: TA_VAN });
  const officer = await addOfficer(database.transact, await addVillage(database.transact));
  const { evidenceId } = valueOf(await addEvidence(deps, her, deed({ photo })));
  const look = (reader: Actor) => readEvidencePhoto(deps, reader, { communeId, evidenceId });

  for (const reader of [her, attestor, official, officer]) {
    expect((await sharp(valueOf(await look(reader)).jpeg).metadata()).width).toBe(40);
  }
  for (const reader of [neighbour, elsewhere.attestor, abroad.official]) {
    expect(await look(reader)).toEqual({ ok: false, refusal: { code: "not-yours" } });
  }
  const logged = await database.transact("everywhere", (db) =>
    db.auditEntry.findMany({
      where: { action: "evidence.photo-read" },
      orderBy: { sequence: "asc" },
    }),
  );
  expect(logged.map(({ actorPersonId }) => actorPersonId)).toEqual(
    [attestor, official, officer].map(({ personId }) => personId),
  );
});

test("withdrawn evidence is gone for everyone, and only its owner withdraws it", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const { communeId, villageId, official } = await communeWith(database.transact);
  const her = await addPerson(database.transact, { villageId });
  const { evidenceId } = valueOf(await addEvidence(deps, her, deed({ photo })));

  expect(await withdrawEvidence(deps, official, { evidenceId })).toMatchObject({
    refusal: { code: "not-yours" },
  });
  expect(await withdrawEvidence(deps, her, { evidenceId })).toMatchObject({ ok: true });
  expect(await withdrawEvidence(deps, her, { evidenceId })).toMatchObject({ ok: true });

  expect(valueOf(await portfolioOf(deps, her, her)).evidence).toEqual([]);
  expect(await readEvidencePhoto(deps, official, { communeId, evidenceId })).toMatchObject({
    refusal: { code: "withdrawn" },
  });
  const logged = await database.transact("everywhere", (db) =>
    db.auditEntry.count({ where: { action: "evidence.withdrawn" } }),
  );
  expect(logged).toBe(1);
});

test("an attestor's newest word counts, and the same word twice is one", async ({ database }) => {
  const deps = depsOf(database.transact);
  const { attestor, villageId } = await communeWith(database.transact);
  const her = await addPerson(database.transact, { villageId });
  const say = (level: string) => attestIndicator(deps, attestor, word(her.personId, { level }));

  await say("guong-mau");
  await say("doi-khi");
  const presses = await Promise.all([say("doi-khi"), say("doi-khi"), say("doi-khi")]);

  expect(new Set(presses.map((press) => valueOf(press).attestationId)).size).toBe(1);
  expect(await database.transact("everywhere", (db) => db.attestation.count())).toBe(2);
  const portfolio = valueOf(await portfolioOf(deps, her, her));
  expect(portfolio.attestations).toMatchObject([
    {
      level: "doi-khi",
      attestorName: "Giàng A Páo",
      attestorOffice: "Trưởng thôn, Thôn Hoa Mận",
      attestedOn: "2026-11-22",
    },
  ]);
  expect(portfolio.suggestions.find(({ code }) => code === "9")?.suggested).toBe(6);
});

test("an attestor speaks neither of himself nor of another village, and only of what is social", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const { attestor, villageId, official } = await communeWith(database.transact);
  const there = await communeWith(database.transact, { village: "Tả Hồ" });
  const abroad = await communeWith(database.transact, { communeId: TA_VAN });
  const her = await addPerson(database.transact, { villageId });
  const refusalOf = async (
    actor: Actor,
    personId: Actor["personId"],
    overrides: Parameters<typeof word>[1] = {},
  ) => {
    const answer = await attestIndicator(deps, actor, word(personId, overrides));
    return answer.ok ? "accepted" : answer.refusal.code;
  };

  expect(await refusalOf(attestor, attestor.personId)).toBe("own-indicator");
  expect(await refusalOf(attestor, there.attestor.personId)).toBe("outside-village");
  expect(await refusalOf(attestor, abroad.attestor.personId)).toBe("outside-village");
  expect(await refusalOf(official, her.personId)).toBe("outside-village");
  expect(await refusalOf(attestor, her.personId, { indicator: "5" })).toBe("not-social");
  expect(await refusalOf(attestor, her.personId, { level: "tuyệt vời" })).toBe("unknown-level");
  expect(await database.transact("everywhere", (db) => db.attestation.count())).toBe(0);
});

test("a portfolio is read by its owner and by who answers for her, whose reading is logged", async ({
  database,
}) => {
  const deps = depsOf(database.transact);
  const { communeId, villageId, attestor, official } = await communeWith(database.transact);
  const her = await addPerson(database.transact, { villageId });
  const neighbour = await addPerson(database.transact, { villageId });
  const abroad = await communeWith(database.transact, { communeId: TA_VAN });
  const officer = await addOfficer(database.transact, villageId);

  for (const reader of [her, attestor, official, officer]) {
    expect(valueOf(await portfolioOf(deps, reader, her)).holder.personId).toBe(her.personId);
  }
  for (const reader of [neighbour, abroad.official]) {
    expect(await portfolioOf(deps, reader, her)).toEqual({
      ok: false,
      refusal: { code: "not-yours" },
    });
  }
  const logged = await database.transact("everywhere", (db) =>
    db.auditEntry.count({
      where: { communeId, action: "portfolio.read", subjectId: her.personId },
    }),
  );
  expect(logged).toBe(3);
});
