import { cleanLine, type PlaceId, searchKey, spelling } from "#app/domain/kernel/index.ts";

import { readAs, type Reading, unread } from "./findings.ts";

/** A village of the commune that stands today. */
export interface RosterVillage {
  readonly villageId: PlaceId;
  /** "thôn" */
  readonly type: string;
  /** "Hoa Mận" */
  readonly name: string;
}

const KIND =
  /^(?:to dan pho|khu dan cu|khu pho|thon ban|thon|ban|tdp|to|xom|buon|lang|khu|ap|khom|doi|soc)(?: so)? (?=.)/u;
const OTHER_PLACE = /^(?:xa|phuong|thi tran|tt|huyen|thanh pho|tp|thi xa|tinh|tx|so nha)\b/u;

/** By what the answers about a village's name are kept: its kind left out, marks aside, "03" as "3". */
export function villageKey(text: string): string {
  return numberless(searchKey(text)).replace(KIND, "");
}

/** "to 03" and "to 3" are one. */
function numberless(key: string): string {
  return key.replaceAll(/\b0+(?=\d)/gu, "");
}

/** Whether a text begins as the name of a village does: "Thôn …", "Bản …". */
export function namesVillage(text: string): boolean {
  return KIND.test(searchKey(text));
}

interface Known {
  readonly village: RosterVillage;
  readonly whole: string;
  readonly name: string;
  readonly bare: string;
}

export type VillageReader = (text: string) => Reading<PlaceId>;

/** Finds the commune's villages by their names as they are written in rosters and addresses. */
export function villageReader(
  villages: readonly RosterVillage[],
  answers: Readonly<Record<string, PlaceId>>,
): VillageReader {
  const known = villages.map((village) => ({
    village,
    whole: numberless(searchKey(`${village.type} ${village.name}`)),
    name: numberless(searchKey(village.name)),
    bare: villageKey(village.name),
  }));
  const found = new Map<string, Reading<PlaceId>>();
  return (text) => {
    const before = found.get(text);
    if (before !== undefined) return before;
    const reading = find(text, known, answers);
    found.set(text, reading);
    return reading;
  };
}

function find(
  text: string,
  known: readonly Known[],
  answers: Readonly<Record<string, PlaceId>>,
): Reading<PlaceId> {
  for (const part of partsOf(text)) {
    const answer = Object.hasOwn(answers, villageKey(part)) ? answers[villageKey(part)] : undefined;
    if (answer !== undefined) return readAs(answer);
    const matches = matchesOf(part, known);
    const [match] = matches;
    if (match === undefined) continue;
    if (matches.length > 1) return unread("village-ambiguous", matches.map(titleOf).join(", "));
    return isSpelled(part, match)
      ? readAs(match.villageId)
      : readAs(match.villageId, { code: "village-spelling", meant: titleOf(match) });
  }
  return unread("village-unknown");
}

/** The whole first; then, of an address, what lies between its commas. */
function partsOf(text: string): readonly string[] {
  const whole = cleanLine(text);
  const parts = whole.split(/[,;()]| [-–] /u).map((part) => part.trim());
  return [whole, ...parts].filter((part) => part !== "" && !OTHER_PLACE.test(searchKey(part)));
}

function matchesOf(part: string, known: readonly Known[]): readonly RosterVillage[] {
  const whole = numberless(searchKey(part));
  const bare = villageKey(part);
  const steps: readonly ((one: Known) => boolean)[] = [
    (one) => one.whole === whole,
    (one) => one.name === whole,
    (one) => one.name === bare,
    (one) => one.bare === bare,
  ];
  for (const fits of steps) {
    const matches = known.filter((one) => fits(one)).map(({ village }) => village);
    const exact = matches.filter((village) => isSpelled(part, village));
    if (exact.length === 1) return exact;
    if (matches.length > 0) return matches;
  }
  return [];
}

/** Its marks too, unless it was typed without any. */
function isSpelled(part: string, { name }: RosterVillage): boolean {
  const wanted = spelling(name);
  const typed = spelling(part);
  const own = typed.split(" ").slice(-wanted.split(" ").length).join(" ");
  return own === wanted || /^(?:\p{ASCII}*|\D*\d+)$/u.test(own);
}

function titleOf({ type, name }: RosterVillage): string {
  const title = `${type} ${name}`;
  return title.charAt(0).toUpperCase() + title.slice(1);
}
