const MILLISECONDS_A_DAY = 24 * 60 * 60 * 1000;
/** Day 0 of the 1900 system for days after February 1900, which it holds for a leap year. */
const BEFORE_1900 = Date.UTC(1899, 11, 30);
const BEFORE_1904 = Date.UTC(1904, 0, 1);
/** The 29th of February 1900, which never was. */
const NO_DAY = 60;
const SERIAL_AT_MOST = 2_958_465;

/** The day, `yyyy-mm-dd`, of a spreadsheet's date number; null when it is none. Hours are cut off. */
export function dayOfSerial(serial: number, system: 1900 | 1904 = 1900): string | null {
  const days = Math.floor(serial);
  if (days < 0 || days > SERIAL_AT_MOST) return null;
  if (system === 1904) return isoDay(BEFORE_1904 + days * MILLISECONDS_A_DAY);
  if (days === 0 || days === NO_DAY) return null;
  const shift = days < NO_DAY ? 1 : 0;
  return isoDay(BEFORE_1900 + (days + shift) * MILLISECONDS_A_DAY);
}

function isoDay(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
