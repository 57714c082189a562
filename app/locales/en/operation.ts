import { formatNumber } from "#app/domain/kernel/index.ts";

import type { Words } from "../words.ts";

export const operation = {
  navItem: "Operation",
  heading: "State of operation",
  intro:
    "Nothing about learners stands on this page. What to do about each alarm is in the operating manual.",
  sound: "Everything runs well.",
  needed: (count) => `${count} things need the person who runs the system`,
  work: "Background work",
  keeping: "Storage",
  forwards: "Receivers of records",
  forwarding: (active, failing) =>
    `${formatNumber(active)}, of which ${formatNumber(failing)} fail`,
  deadLetters: "Records that a receiver refused",
  lastSeal: "Last day that was sealed",
  failedJobs: "Background jobs that failed",
  noFailedJob: "None",
  jobs: {
    partitions: "preparing the next month's partition",
    seals: "sealing",
    sessions: "removing ended sessions",
    sizes: "measuring sizes",
  },
  setAside: "Offline work that waits",
  lastBackup: "Last backup",
  never: "None yet",
  disk: "Disk",
  free: (free, total) => `${free} free of ${total}`,
  full: "Will be full",
  fullIn: (days) => `in about ${formatNumber(days)} days`,
  notTold: "Not enough figures yet, or it does not grow",
  database: "Database",
  statements: "Learning records (estimated)",
  connections: "Database connections",
  table: {
    caption: "Officials who are signed in",
    name: "Name",
    office: "Office",
    since: "Last sign-in",
    sessions: "Devices",
  },
  alarms: {
    never: "none yet",
    "disk-low": (free) => `Only ${free} are free on the disk.`,
    "disk-full-soon": (days) => `At this rate the disk is full in ${days} days.`,
    "no-backup": "There has been no backup yet.",
    "backup-old": (hours) => `The last backup is ${hours} hours old.`,
    "seals-behind": (day) => `Sealing is behind: the last day is ${day}.`,
    "forwards-failing": (count) => `${count} receivers of records do not answer.`,
    "dead-letters": (count) => `${count} records were refused by a receiver and wait.`,
    "jobs-failed": (count) => `${count} background jobs failed and were not made good yet.`,
    "connections-short": (used, atMost) => `Database connections run short: ${used} of ${atMost}.`,
  },
} satisfies Words["operation"];
