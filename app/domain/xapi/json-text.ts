/**
 * What `JSON.parse` does not say of a JSON text: where its parts lie, and what no record store can keep
 * as it stands. Every function here reads text that `JSON.parse` has accepted.
 */

/** Levels of arrays and objects at most; what is deeper would exhaust a stack. */
const LEVELS_AT_MOST = 220;
const QUOTE = 0x22;
const COLON = 0x3a;
const COMMA = 0x2c;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;

/** A fault that nobody could keep or tell apart, in the words of an answer; null when there is none. */
export function textFault(text: string): string | null {
  return keyFault(text) ?? characterFault(text);
}

/** A key that stands twice in an object, or too many levels. */
function keyFault(text: string): string | null {
  // Of every object that is open: its keys so far; of an array nothing.
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      const end = endOfString(text, at);
      const keys = open.at(-1) ?? null;
      if (keys !== null && isKey(text, end)) {
        const key = stringAt(text, at, end);
        if (keys.has(key)) return `the key ${JSON.stringify(key).slice(0, 200)} stands twice`;
        keys.add(key);
      }
      at = end - 1;
    } else if (opens(code)) {
      if (open.length === LEVELS_AT_MOST) return `more than ${LEVELS_AT_MOST} levels`;
      open.push(code === OPEN_BRACE ? new Set() : null);
    } else if (closes(code)) {
      open.pop();
    }
  }
  return null;
}

function opens(code: number): boolean {
  return code === OPEN_BRACE || code === OPEN_BRACKET;
}

function closes(code: number): boolean {
  return code === CLOSE_BRACE || code === CLOSE_BRACKET;
}

/** A zero character, or half of a surrogate pair: no text that PostgreSQL or UTF-8 can hold. */
function characterFault(text: string): string | null {
  for (
    let at = text.indexOf("\\");
    at !== -1;
    at = text.indexOf("\\", at + (text[at + 1] === "u" ? 6 : 2))
  ) {
    if (text[at + 1] !== "u") continue;
    const unit = Number.parseInt(text.slice(at + 2, at + 6), 16);
    if (unit === 0) return "a zero character (\\u0000)";
    if (unit >= 0xd8_00 && unit <= 0xdf_ff) {
      const next = /^\\u(d[c-f][0-9a-f]{2})/iu.exec(text.slice(at + 6, at + 12));
      if (unit >= 0xdc_00 || next === null) return "half of a surrogate pair";
      at += 6;
    }
  }
  return null;
}

/** Behind the closing quote of the string that opens at `start`. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

function isEscaped(text: string, quote: number): boolean {
  let slashes = 0;
  while (text[quote - 1 - slashes] === "\\") slashes += 1;
  return slashes % 2 === 1;
}

function isKey(text: string, end: number): boolean {
  return text.charCodeAt(skipBlanks(text, end)) === COLON;
}

function skipBlanks(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

function stringAt(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end - 1);
  return raw.includes("\\") ? String(JSON.parse(text.slice(start, end))) : raw;
}

/** The texts of the elements of an array, or the one text of anything else. */
export function elementTexts(text: string): readonly string[] {
  const start = skipBlanks(text, 0);
  if (text.charCodeAt(start) !== OPEN_BRACKET) return [text.trim()];
  return partsOf(text, start);
}

/** The members of an object in their order: key and the text of the whole member, `"id":"…"`. */
export function memberTexts(
  text: string,
): readonly { readonly key: string; readonly text: string }[] {
  return partsOf(text, skipBlanks(text, 0)).map((part) => {
    const end = endOfString(part, 0);
    return { key: stringAt(part, 0, end), text: part };
  });
}

/** What stands between the commas of the array or object that opens at `start`. */
function partsOf(text: string, start: number): readonly string[] {
  const parts: string[] = [];
  let levels = 0;
  let from = start + 1;
  for (let at = start; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at) - 1;
    } else if (opens(code)) {
      levels += 1;
    } else if (closes(code)) {
      levels -= 1;
      if (levels === 0) return withLast(parts, text.slice(from, at).trim());
    } else if (code === COMMA && levels === 1) {
      parts.push(text.slice(from, at).trim());
      from = at + 1;
    }
  }
}

function withLast(parts: readonly string[], last: string): readonly string[] {
  return last === "" ? parts : [...parts, last];
}
