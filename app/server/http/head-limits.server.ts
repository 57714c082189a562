import type { IncomingMessage } from "node:http";

const PARAMETERS_AT_MOST = 200;
const COOKIES_AT_MOST = 60;
const AMPERSAND = 0x26;
const SEMICOLON = 0x3b;

/**
 * The status for a head with more in it than any page, form or client sends; else null. Node itself
 * answers 431 to one of more than 16 kB.
 */
export function headFault({ url = "", headers }: IncomingMessage): 414 | 431 | null {
  if (holdsMore(url, AMPERSAND, PARAMETERS_AT_MOST)) return 414;
  return holdsMore(headers.cookie ?? "", SEMICOLON, COOKIES_AT_MOST) ? 431 : null;
}

function holdsMore(text: string, wanted: number, most: number): boolean {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text.charCodeAt(at) === wanted) count += 1;
    if (count > most) return true;
  }
  return false;
}
