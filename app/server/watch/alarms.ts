import { daysUntilFull } from "./growth.ts";
import type { Standing } from "./standing.server.ts";

/** What needs a person; README has a line for each. */
export type Alarm =
  | { readonly code: "disk-low"; readonly freeBytes: number }
  | { readonly code: "disk-full-soon"; readonly days: number }
  | { readonly code: "no-backup" }
  | { readonly code: "backup-old"; readonly hours: number }
  | { readonly code: "seals-behind"; readonly lastDay: string | null }
  | { readonly code: "forwards-failing"; readonly forwards: number }
  | { readonly code: "dead-letters"; readonly letters: number }
  | { readonly code: "jobs-failed"; readonly jobs: number }
  | { readonly code: "connections-short"; readonly used: number; readonly atMost: number };

const HOUR_MILLISECONDS = 60 * 60 * 1000;
const BACKUP_HOURS_AT_MOST = 26;
/** A day is sealed a few hours after it has ended. */
const SEAL_HOURS_AT_MOST = 72;
const FREE_BYTES_AT_LEAST = 2_000_000_000;
const FULL_DAYS_AT_LEAST = 30;
const CONNECTIONS_SHARE_AT_MOST = 0.8;

/** The alarms of an installation's standing; pure. */
export function findAlarms(standing: Standing, now: Date): readonly Alarm[] {
  const { database, forwards } = standing;
  const alarms: Alarm[] = [...diskAlarms(standing), ...backupAlarms(standing, now)];
  const sealed = standing.seals.lastDay;
  const hoursSince = (instant: string) =>
    (now.getTime() - new Date(instant).getTime()) / HOUR_MILLISECONDS;
  if (sealed !== null && hoursSince(`${sealed}T00:00:00+07:00`) > SEAL_HOURS_AT_MOST) {
    alarms.push({ code: "seals-behind", lastDay: sealed });
  }
  if (forwards.failing > 0) alarms.push({ code: "forwards-failing", forwards: forwards.failing });
  if (forwards.deadLetters > 0) {
    alarms.push({ code: "dead-letters", letters: forwards.deadLetters });
  }
  if (standing.failedJobs.length > 0) {
    alarms.push({ code: "jobs-failed", jobs: standing.failedJobs.length });
  }
  const { connections: used, connectionsAtMost: atMost } = database;
  if (used > atMost * CONNECTIONS_SHARE_AT_MOST) {
    alarms.push({ code: "connections-short", used, atMost });
  }
  return alarms;
}

function diskAlarms({ disk, sizes }: Standing): readonly Alarm[] {
  if (disk.freeBytes < FREE_BYTES_AT_LEAST) {
    return [{ code: "disk-low", freeBytes: disk.freeBytes }];
  }
  const days = daysUntilFull(sizes, disk.freeBytes);
  return days !== null && days < FULL_DAYS_AT_LEAST ? [{ code: "disk-full-soon", days }] : [];
}

function backupAlarms({ lastBackup }: Standing, now: Date): readonly Alarm[] {
  if (lastBackup === null) return [{ code: "no-backup" }];
  const hours = Math.floor((now.getTime() - lastBackup.at.getTime()) / HOUR_MILLISECONDS);
  return hours > BACKUP_HOURS_AT_MOST ? [{ code: "backup-old", hours }] : [];
}
