import { expect } from "vitest";

import { verifyAudit } from "#app/domain/audit/index.server.ts";
import { bitAt, decodeBits } from "#app/domain/certificates/bitstring.ts";
import { StatusListPayload } from "#app/domain/certificates/credential.ts";
import type { CertificateDeps } from "#app/domain/certificates/index.ts";
import { readPayload } from "#app/domain/certificates/index.ts";
import {
  checkCertificate,
  issueCertificate,
  listMyCertificates,
  readCertificate,
  readStatusList,
  reissueCertificate,
  revokeCertificate,
  verifyBadge,
} from "#app/domain/certificates/index.server.ts";
import { valueOf } from "#app/domain/kernel/index.ts";
import { eraseRecordOfPerson } from "#app/server/cli/erase-records.server.ts";
import { addPerson, NOW } from "#tests/setup/people.ts";

import { certified, COURSE, everywhere, REASON, test } from "./certificates-factory.ts";

test("a revocation is for good, is told everywhere, and flips exactly one bit", async ({
  place,
}) => {
  const { deps, official, her } = place;
  const neighbour = await addPerson(deps.transact, { villageId: her.villageId });
  await certified({ ...place, her: neighbour });
  const certificate = await certified(place);
  const before = await bitsIn(deps);
  const revoke = { certificateId: certificate.id, reason: REASON };
  const presses = await Promise.all([
    revokeCertificate(deps, official, revoke),
    revokeCertificate(deps, official, revoke),
  ]);
  expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
  expect(presses.filter(({ ok }) => !ok)).toMatchObject([{ refusal: { code: "already-revoked" } }]);

  const after = await bitsIn(deps);
  const flipped = Array.from({ length: 131_072 }, (_, at) => at).filter(
    (at) => bitAt(before, at) !== bitAt(after, at),
  );
  expect(flipped).toEqual([certificate.statusIndex]);
  expect(await checkCertificate(deps, certificate.code)).toMatchObject({
    status: "revoked",
    revokedAt: NOW,
  });
  expect(await verifyBadge(deps, certificate.credential)).toMatchObject({
    verdict: "genuine",
    status: { state: "revoked" },
  });
  const [mine] = await listMyCertificates(deps, her);
  expect(mine).toMatchObject({ revokedAt: NOW });
  const entries = await everywhere(deps, (db) =>
    db.auditEntry.findMany({ where: { action: "course-certificate.revoked" } }),
  );
  expect(entries).toMatchObject([{ actorName: "Cứ Mí Dơ", subjectId: certificate.id }]);
  expect(entries[0]?.detail).toContain(REASON);
});

async function bitsIn(deps: CertificateDeps): Promise<Uint8Array> {
  const list = await readStatusList(deps, 1);
  const payload = StatusListPayload.parse(readPayload((await list?.sign()) ?? ""));
  const bits = await decodeBits(payload.credentialSubject.encodedList);
  if (bits === null) throw new Error("no list");
  return bits;
}

test("an official does not revoke or renew her own certificate", async ({ place }) => {
  const { deps, official } = place;
  const { id: certificateId } = await certified({ ...place, her: official });
  const refused = { ok: false, refusal: { code: "own-certificate" } };
  expect(await revokeCertificate(deps, official, { certificateId, reason: REASON })).toEqual(
    refused,
  );
  expect(await reissueCertificate(deps, official, { certificateId })).toEqual(refused);
});

test("after a revocation only an office gives another certificate, with the name of that day", async ({
  place,
}) => {
  const { deps, her, official } = place;
  const first = await certified(place);
  const again = { certificateId: first.id };
  expect(await reissueCertificate(deps, official, again)).toMatchObject({
    refusal: { code: "still-stands" },
  });
  valueOf(await revokeCertificate(deps, official, { ...again, reason: REASON }));
  expect(await issueCertificate(deps, her, { courseId: COURSE })).toMatchObject({
    refusal: { code: "revoked" },
  });
  await everywhere(deps, (db) =>
    db.person.updateMany({ where: { id: her.personId }, data: { fullName: "Giàng Thị Mị" } }),
  );
  deps.pass(3_600_000);
  const { certificateId } = valueOf(await reissueCertificate(deps, official, again));
  const second = valueOf(await readCertificate(deps, her, { certificateId }));
  expect(second).toMatchObject({ holderName: "Giàng Thị Mị", revocation: null });
  expect(second.code).not.toBe(first.code);
  expect(await reissueCertificate(deps, official, again)).toMatchObject({
    refusal: { code: "still-stands" },
  });
  expect(valueOf(await issueCertificate(deps, her, { courseId: COURSE }))).toEqual({
    certificateId,
    fresh: false,
  });
  expect(await checkCertificate(deps, first.code)).toMatchObject({ status: "revoked" });
});

test("erasure by law revokes her certificates and takes her name out of them", async ({
  place,
  database: { ownerUrl },
}) => {
  const { deps, her } = place;
  const certificate = await certified(place);
  const erasing = { ...deps, ownerUrl, removeAttachment: async () => undefined };
  const args = ["--person", her.accountId, "--basis", "Đơn ngày 20/11/2026"];
  expect(await eraseRecordOfPerson(erasing, [...args, "--dry-run"], () => undefined)).toBe(0);
  expect(await checkCertificate(deps, certificate.code)).toMatchObject({ status: "valid" });

  expect(await eraseRecordOfPerson(erasing, args, () => undefined)).toBe(0);
  expect(await checkCertificate(deps, certificate.code)).toMatchObject({
    status: "revoked",
    certificate: { holderName: "", finalScaled: null },
  });
  // A copy of the badge that somebody kept is told to be revoked.
  expect(await verifyBadge(deps, certificate.credential)).toMatchObject({
    status: { state: "revoked" },
  });
  const [row] = await everywhere(deps, (db) => db.courseCertificate.findMany());
  expect(row?.credential).toBe("");
  expect((await everywhere(deps, (db) => verifyAudit(db))).faults).toEqual([]);
});

test("neither a certificate nor a revocation is changed or taken away", async ({ place }) => {
  const { deps, official } = place;
  const { id } = await certified(place);
  valueOf(await revokeCertificate(deps, official, { certificateId: id, reason: REASON }));
  for (const table of ["course_certificate", "course_certificate_revocation"]) {
    await expect(
      everywhere(deps, (db) => db.$executeRawUnsafe(`DELETE FROM ${table}`)),
    ).rejects.toThrow(/permission denied|append-only/u);
  }
});

test("a list stays the same for a quarter of an hour unless somebody is revoked", async ({
  place,
}) => {
  const { deps, official } = place;
  const { id } = await certified(place);
  const version = async () => (await readStatusList(deps, 1))?.version;
  const first = await version();
  deps.pass(60_000);
  expect(await version()).toBe(first);
  valueOf(await revokeCertificate(deps, official, { certificateId: id, reason: REASON }));
  const second = await version();
  expect(second).not.toBe(first);
  deps.pass(15 * 60_000);
  expect(await version()).not.toBe(second);
  expect(await readStatusList(deps, 2)).toBeNull();
});
