import { memberTexts } from "./json-text.ts";
import type { KeptStatement } from "./statement-query.ts";

/** What the store says itself, whatever a sender said. */
const OURS = new Set(["stored", "authority"]);

/**
 * The statement as the store gives it out: its own text, member by member as it was received, with what
 * the store adds. Numbers keep the digits they came with.
 */
export function statementText(kept: KeptStatement & { readonly payload: string }): string {
  const members = memberTexts(kept.payload).filter(({ key }) => !OURS.has(key));
  const has = (key: string) => members.some((member) => member.key === key);
  const stored = JSON.stringify(kept.stored);
  const added = [
    ...(has("id") ? [] : [`"id":"${kept.id}"`]),
    ...(has("timestamp") ? [] : [`"timestamp":${stored}`]),
    ...(has("version") ? [] : [`"version":${JSON.stringify(kept.version)}`]),
    `"stored":${stored}`,
    `"authority":${kept.authority}`,
  ];
  const texts = OUT_OF_FORM.test(kept.payload)
    ? members.map((member) => inForm(member))
    : members.map(({ text }) => text);
  return `{${[...texts, ...added].join(",")}}`;
}

interface Member {
  readonly key: string;
  readonly text: string;
}

/** What may have come in another form than the one it is given out in. */
const OUT_OF_FORM = /"contextActivities"|"timestamp"\s*:\s*"[^"]*(?:t[^"]*|[^"Z])"/u;

/** A context activity that came alone is given out as a list of one, a time in UTC (xAPI 2.0 §4.2.2.5, 7). */
function inForm(member: Member): string {
  switch (member.key) {
    case "context":
    case "object":
    case "contextActivities":
      return changed(member, (inner) => inner.map((one) => inForm(one)));
    case "timestamp":
      return inUtc(member);
    case "parent":
    case "grouping":
    case "category":
    case "other":
      return isObject(member) ? `${label(member)}[${valueOf(member)}]` : member.text;
    default:
      return member.text;
  }
}

function inUtc(member: Member): string {
  const time: unknown = JSON.parse(valueOf(member));
  if (typeof time !== "string") return member.text;
  // In UTC already: as it is, with the capitals that every reader knows.
  if (/z$/iu.test(time)) return `${label(member)}${JSON.stringify(time.toUpperCase())}`;
  return `${label(member)}${JSON.stringify(new Date(time))}`;
}

function changed(
  member: Member,
  change: (members: readonly Member[]) => readonly string[],
): string {
  if (!isObject(member)) return member.text;
  return `${label(member)}{${change(memberTexts(valueOf(member))).join(",")}}`;
}

function isObject(member: Member): boolean {
  return valueOf(member).startsWith("{");
}

function label({ key }: Member): string {
  return `${JSON.stringify(key)}:`;
}

/** What stands behind the colon of a member. */
function valueOf({ text }: Member): string {
  return text.slice(text.indexOf(":", text.indexOf('"', 1)) + 1).trim();
}
