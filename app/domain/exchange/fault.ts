import { z } from "zod";

/** Why another record store did not take something. What it says itself stands in `said`. */
const FAULT_CODES = [
  /** 400, 422: it does not accept what the statement says. */
  "refused",
  /** 409: it has another statement under that id. */
  "conflict",
  /** 409: it has the id, and does not let us read what it keeps there. */
  "conflict-unread",
  /** 413 for one statement alone. */
  "too-large",
  /** 401, 403 */
  "unauthorised",
  /** 404, 405, 410: no record store at that address. */
  "not-found",
  /** 429 */
  "busy",
  /** 5xx */
  "broken",
  /** Any other answer that xAPI does not know. */
  "unexpected",
  /** No connection, or it broke. */
  "unreachable",
  "timeout",
  /** It sends elsewhere, and nobody follows. */
  "redirect",
  /** Its address lies in a network that was not allowed. */
  "address",
  /** It does not speak the version that was chosen. */
  "version",
  /** The kept secret cannot be opened with today's key. */
  "secret",
  /** Lawfully erased here meanwhile. */
  "erased",
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

export const Fault = z.object({
  code: z.enum(FAULT_CODES),
  /** Of HTTP; null when nothing was answered. */
  status: z.int().nullable(),
  /** The first words of its answer, or of the network's; "" when there were none. */
  said: z.string(),
});
export type Fault = z.infer<typeof Fault>;

const SAID_AT_MOST = 300;

export function faultOf(code: FaultCode, status: number | null = null, said = ""): Fault {
  return {
    code,
    status,
    said: said
      .replaceAll(/[\p{Cc}\s]+/gu, " ")
      .trim()
      .slice(0, SAID_AT_MOST),
  };
}

/** As it is kept in a column. */
export function faultText(fault: Fault): string {
  return JSON.stringify(fault);
}

export function readFault(text: string): Fault {
  return Fault.parse(JSON.parse(text));
}
