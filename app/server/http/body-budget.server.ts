const KIBIBYTE = 1024;
const MEBIBYTE = 1024 * KIBIBYTE;

/** Why a body was not read to its end, with the status that says so. */
export class BodyRefused extends Error {
  override readonly name = "BodyRefused";
  readonly status: 408 | 413 | 503;
  constructor(status: 408 | 413 | 503) {
    super(`the body was refused with ${status}`);
    this.status = status;
  }
}

/** What one request holds in memory. */
export interface BodyReservation {
  /** Refused with 503 when all requests together would hold too much. */
  readonly take: (bytes: number) => void;
  /** Bytes that are held no longer: they were written to disk. */
  readonly giveBack: (bytes: number) => void;
  readonly close: () => void;
}

export type BodyBudget = () => BodyReservation;

/** Bytes of all bodies at once, pages and record store together; read, they cost several times that. */
const BYTES_AT_ONCE = 24 * MEBIBYTE;
/** What of it large bodies may take, so that somebody's form still gets in beside them. */
const BYTES_OF_LARGE = 16 * MEBIBYTE;
/** A page's form is no larger. */
const SMALL_BYTES = 64 * KIBIBYTE;

/** One budget for the bodies of all requests of the process; whoever comes alone may have more. */
export function openBodyBudget(): BodyBudget {
  let all = 0;
  return () => {
    let own = 0;
    return {
      take: (bytes) => {
        const most = own + bytes > SMALL_BYTES ? BYTES_OF_LARGE : BYTES_AT_ONCE;
        if (all > own && all + bytes > most) throw new BodyRefused(503);
        own += bytes;
        all += bytes;
      },
      giveBack: (bytes) => {
        own -= bytes;
        all -= bytes;
      },
      close: () => {
        all -= own;
        own = 0;
      },
    };
  };
}
