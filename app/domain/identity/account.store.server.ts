import type { Db } from "#app/db/index.server.ts";
import { AccountId, type Day, dayOf, PersonId, PlaceId } from "#app/domain/kernel/index.ts";

import type { Actor, HeldOffice } from "./actor.ts";
import type { Helper } from "./who-helps.ts";
import { Picture, pictureOf, type SettingsChoice } from "./learner-settings.ts";
import type { Login } from "./login.ts";

export interface FoundAccount {
  readonly id: AccountId;
  readonly communeId: PlaceId;
  readonly personId: PersonId;
  readonly pinHash: string;
}

const SHARING_ONE_PHONE_AT_MOST = 12;

/** An account that a phone knows. */
export interface AccountLogin {
  readonly kind: "account";
  readonly accountId: string;
}

/** Open accounts that a login names: one by card, several by a shared phone, none when unreadable. */
export async function findAccounts(
  db: Db,
  login: Login | AccountLogin,
): Promise<readonly FoundAccount[]> {
  if (login.kind === "unreadable") return [];
  const rows = await db.account.findMany({
    where: { closedAt: null, ...whereOf(login) },
    orderBy: { createdAt: "asc" },
    take: SHARING_ONE_PHONE_AT_MOST,
  });
  return rows.map((row) => ({
    id: AccountId.parse(row.id),
    communeId: PlaceId.parse(row.communeId),
    personId: PersonId.parse(row.personId),
    pinHash: row.pinHash,
  }));
}

function whereOf(login: Exclude<Login | AccountLogin, { readonly kind: "unreadable" }>) {
  switch (login.kind) {
    case "phone":
      return { phone: login.phone };
    case "card":
      return { cardCode: login.cardCode };
    case "account":
      return { id: login.accountId };
  }
}

interface ActorRow {
  readonly commune_id: string;
  readonly person_id: string;
  readonly village_id: string;
  readonly province_id: string;
  readonly full_name: string;
  readonly sample: boolean;
  readonly picture: string | null;
  readonly locale: string | null;
  readonly easy_view: boolean;
  readonly data_saver: boolean;
}

interface OfficeRow {
  readonly id: string;
  readonly role: HeldOffice["role"];
  readonly title: string;
  readonly place_id: string;
  readonly place_type: string;
  readonly place_name: string;
  readonly place_commune_id: string | null;
}

/** Which account, and who helps in the session that is asked about. */
export interface SessionOwner {
  readonly accountId: string;
  readonly helper: Helper | null;
}

/** The person behind an account, with the offices held on this day; null when closed or erased. */
export async function findActor(
  db: Db,
  { accountId, helper }: SessionOwner,
  now: Date,
): Promise<Actor | null> {
  const [row] = await db.$queryRaw<ActorRow[]>`
    SELECT p.commune_id, p.id AS person_id, p.village_id, c.province_id, p.full_name, p.sample,
           a.picture, a.locale, a.easy_view, a.data_saver
    FROM account a
    JOIN person p ON p.commune_id = a.commune_id AND p.id = a.person_id
    JOIN place c ON c.id = p.commune_id
    WHERE a.id = ${accountId}::uuid AND a.closed_at IS NULL AND p.erased_at IS NULL`;
  if (row === undefined) return null;
  const offices = await findOffices(db, row, dayOf(now));
  const communeId = PlaceId.parse(row.commune_id);
  return {
    accountId: AccountId.parse(accountId),
    personId: PersonId.parse(row.person_id),
    communeId,
    villageId: PlaceId.parse(row.village_id),
    provinceId: PlaceId.parse(row.province_id),
    fullName: row.full_name,
    picture: Picture.safeParse(row.picture).data ?? pictureOf(accountId),
    settings: { locale: row.locale, easyView: row.easy_view, dataSaver: row.data_saver },
    helper,
    sample: row.sample,
    offices,
    reach: [...new Set([communeId, ...(await reachOf(db, offices))])],
  };
}

async function findOffices(db: Db, person: ActorRow, today: Day): Promise<readonly HeldOffice[]> {
  const rows = await db.$queryRaw<OfficeRow[]>`
    SELECT o.id, o.role::text AS role, o.title, o.place_id, pl.type AS place_type,
           pl.name AS place_name, coalesce(pl.commune_id, pl.id) AS place_commune_id
    FROM office o JOIN place pl ON pl.id = o.place_id
    WHERE o.commune_id = ${person.commune_id}::uuid AND o.person_id = ${person.person_id}::uuid
      AND o.valid_from <= ${today}::date AND (o.valid_to IS NULL OR o.valid_to > ${today}::date)
    ORDER BY o.valid_from, o.id`;
  return rows.map((row): HeldOffice => {
    const office = {
      id: row.id,
      title: row.title,
      placeId: PlaceId.parse(row.place_id),
      placeName: `${row.place_type.charAt(0).toUpperCase()}${row.place_type.slice(1)} ${row.place_name}`,
    };
    return row.role === "provincial_officer"
      ? { ...office, role: row.role }
      : { ...office, role: row.role, communeId: PlaceId.parse(row.place_commune_id) };
  });
}

async function reachOf(db: Db, offices: readonly HeldOffice[]): Promise<readonly PlaceId[]> {
  const communes = offices.flatMap((office) =>
    office.role === "provincial_officer" ? [] : [office.communeId],
  );
  const provinces = offices.flatMap((office) =>
    office.role === "provincial_officer" ? [office.placeId] : [],
  );
  if (provinces.length === 0) return communes;
  const rows = await db.place.findMany({
    where: { kind: "commune", provinceId: { in: [...provinces] } },
    select: { id: true },
  });
  return [...communes, ...provinces, ...rows.map(({ id }) => PlaceId.parse(id))];
}

/** The picture that she is told by on a shared phone. */
export async function savePicture(
  db: Db,
  of: { readonly communeId: string; readonly accountId: string },
  picture: Picture,
): Promise<void> {
  await db.account.update({
    where: { communeId_id: { communeId: of.communeId, id: of.accountId } },
    data: { picture },
  });
}

export async function replacePin(
  db: Db,
  account: { readonly communeId: PlaceId; readonly accountId: AccountId },
  pinHash: string,
): Promise<void> {
  await db.account.update({
    where: { communeId_id: { communeId: account.communeId, id: account.accountId } },
    data: { pinHash },
  });
}

/** Writes what was chosen; what was not stays. */
export async function updateSettings(
  db: Db,
  account: { readonly communeId: PlaceId; readonly accountId: AccountId },
  { locale, easyView, dataSaver }: SettingsChoice,
): Promise<void> {
  await db.account.update({
    where: { communeId_id: { communeId: account.communeId, id: account.accountId } },
    data: {
      ...(locale === undefined ? {} : { locale }),
      ...(easyView === undefined ? {} : { easyView }),
      ...(dataSaver === undefined ? {} : { dataSaver }),
    },
  });
}

/** The PIN's hash of one account, or null when it is not within reach. */
export async function findPinHash(
  db: Db,
  account: { readonly communeId: PlaceId; readonly accountId: AccountId },
): Promise<string | null> {
  const row = await db.account.findUnique({
    where: { communeId_id: { communeId: account.communeId, id: account.accountId } },
    select: { pinHash: true },
  });
  return row?.pinHash ?? null;
}

/** Puts a new PIN in the place of a known one and ends every session; false when it was another by now. */
export async function exchangePin(
  db: Db,
  account: { readonly communeId: PlaceId; readonly accountId: AccountId },
  pinHash: { readonly from: string; readonly to: string },
): Promise<boolean> {
  const { communeId, accountId } = account;
  const { count } = await db.account.updateMany({
    where: { communeId, id: accountId, pinHash: pinHash.from },
    data: { pinHash: pinHash.to },
  });
  if (count === 0) return false;
  await db.session.deleteMany({ where: { communeId, accountId } });
  return true;
}

/** When an account was opened: nothing was learned by it before. Null when it is not within reach. */
export async function findAccountOpening(db: Db, accountId: AccountId): Promise<Date | null> {
  const row = await db.account.findFirst({
    where: { id: accountId },
    select: { createdAt: true },
  });
  return row?.createdAt ?? null;
}

/** Whose acts an account's statements are: account id → person, within the transaction's scope. */
export async function findAccountOwners(
  db: Db,
): Promise<ReadonlyMap<string, { readonly communeId: string; readonly personId: string }>> {
  const rows = await db.account.findMany({ select: { id: true, communeId: true, personId: true } });
  return new Map(rows.map((row) => [row.id, row]));
}
