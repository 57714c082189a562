import type { Db } from "#app/db/index.server.ts";
import type { Helper } from "#app/domain/identity/index.ts";
import { helperExtension } from "#app/domain/learning/index.ts";
import type { StatementInput } from "#app/domain/xapi/index.ts";

import type { Cmi5Deps, KeptVersion } from "./deps.ts";
import { keepOwnStatements } from "./keep.store.server.ts";
import { keepLaunchDocuments } from "./launch-document.store.server.ts";
import { launchData, launchUrl, unitAddress } from "./launch.ts";
import { abandonedStatement, launchedStatement, type LmsAct } from "./lms-statements.ts";
import { learnerAgent, unitIri } from "./names.ts";
import type { Registration } from "./registration.store.server.ts";
import { secretHash } from "./secrets.server.ts";
import type { SessionFrame } from "./session.ts";
import {
  findOpenSession,
  insertSession,
  type KeptSession,
  saveSession,
} from "./session.store.server.ts";
import { settle } from "./settle.server.ts";
import { type AssignableUnit, type LaunchMode, unitOf } from "./structure.ts";

const HOUR_MILLISECONDS = 60 * 60 * 1000;
/** A session that nobody ended is over after a day's work; its token opens nothing any more. */
const SESSION_HOURS = 12;

/** The launch URL and whether it leads to a file of the package (§8.1). */
export interface Launch {
  readonly url: string;
  readonly inPackage: boolean;
}

/** What is launched, in which mode, and who reads and taps for the learner. */
interface LaunchedUnit {
  readonly unit: AssignableUnit;
  readonly mode: LaunchMode;
  readonly helper: Helper | null;
}

/** What every statement of a session must say. */
export function frameOf(
  deps: Pick<Cmi5Deps, "baseIri">,
  registration: Registration,
  unit: AssignableUnit,
  session: Pick<KeptSession, "id" | "mode">,
): SessionFrame {
  return {
    sessionId: session.id,
    registration: registration.id,
    actor: learnerAgent(deps.baseIri, registration.accountId).account,
    activityId: unitIri(deps.baseIri, registration.packageId, unit.key),
    publisherId: unit.publisherId,
    mode: session.mode,
    masteryScore: unit.masteryScore,
  };
}

/**
 * Launches a unit: ends the session that is open, writes the launch data, the preferences where there
 * are none, and the launched statement. The caller has locked the learner.
 */
export async function openSession(
  db: Db,
  deps: Cmi5Deps,
  registration: Registration,
  version: KeptVersion,
  { unit, mode, helper }: LaunchedUnit,
): Promise<Launch> {
  await abandonOpen(db, deps, registration, version);
  const now = deps.now();
  const { communeId } = registration;
  const session = {
    communeId,
    id: deps.newId(),
    registrationId: registration.id,
    unit: unit.key,
    mode,
    launchedAt: now,
    expiresAt: new Date(now.getTime() + SESSION_HOURS * HOUR_MILLISECONDS),
  };
  const code = deps.newSecret();
  await insertSession(db, { ...session, codeHash: secretHash(code) });

  const places = { contentOrigin: deps.contentOrigin, endpoint: `${deps.origin}/xapi/` };
  const frame = frameOf(deps, registration, unit, session);
  const address = unitAddress(unit, version.sha256, places);
  const returnUrl = `${deps.origin}/hoc/goi/${version.packageId}`;
  const more = helperExtension(deps.baseIri, helper);
  await keepLaunchDocuments(db, deps, communeId, frame, launchData(unit, frame, returnUrl, more));
  const act = actIn(deps, registration, session.id);
  const launched = launchedStatement(act, unit, {
    mode,
    address,
    masteryScore: frame.masteryScore,
    more,
  });
  const at = await keepOne(db, deps, registration, launched);
  if (mode === "Normal") {
    await settle(db, deps, registration, version, {
      sessionId: session.id,
      facts: [{ unit: unit.key, kind: "opened", scaled: null, at }],
    });
  }
  const fetchUrl = `${deps.contentOrigin}/xapi-fetch/${code}`;
  return { url: launchUrl(address, places, frame, fetchUrl), inPackage: unit.inPackage };
}

/** §9.3.6: another launch of the registration ends the session that was not terminated. */
async function abandonOpen(
  db: Db,
  deps: Cmi5Deps,
  registration: Registration,
  version: KeptVersion,
): Promise<void> {
  const { communeId } = registration;
  const open = await findOpenSession(db, communeId, registration.id);
  if (open === null) return;
  const unit = unitOf(version.structure, open.unit);
  if (unit === null) throw new Error(`session ${open.id} is of no unit of its version`);
  const last = open.lastStatementAt ?? open.launchedAt;
  const seconds = Math.max(0, (last.getTime() - open.launchedAt.getTime()) / 1000);
  const act = actIn(deps, registration, open.id);
  await keepOne(db, deps, registration, abandonedStatement(act, unit, seconds));
  await saveSession(db, open, { ...open, ending: "abandoned", at: deps.now() });
}

function actIn(deps: Cmi5Deps, registration: Registration, sessionId: string): LmsAct {
  return {
    id: deps.newId(),
    baseIri: deps.baseIri,
    accountId: registration.accountId,
    packageId: registration.packageId,
    registration: registration.id,
    sessionId,
    at: deps.now(),
  };
}

function keepOne(
  db: Db,
  { baseIri }: Cmi5Deps,
  { communeId }: Registration,
  statement: StatementInput,
): Promise<Date> {
  return keepOwnStatements(db, { communeId, baseIri }, [statement]);
}
