import { create } from "qrcode";

/** Light border that the standard asks for, in modules. */
const QUIET_MODULES = 4;

/** A horizontal run of dark modules, in modules from the top left corner of the code. */
interface QrRun {
  readonly column: number;
  readonly row: number;
  readonly length: number;
}

/** The dark modules of a QR code (ISO/IEC 18004, error correction M). */
export interface QrCode {
  /** Modules on one side, without the light border. */
  readonly size: number;
  /** Modules of light border to keep on each side. */
  readonly quiet: number;
  readonly runs: readonly QrRun[];
}

/** Lays text out as a QR code. Throws when the text is empty or over 2,331 bytes of UTF-8. */
export function qrCode(text: string): QrCode {
  const { size, data } = create(text.normalize("NFC"), { errorCorrectionLevel: "M" }).modules;
  const runs: QrRun[] = [];
  for (let row = 0; row < size; row += 1) {
    let column = 0;
    while (column < size) {
      let end = column;
      while (end < size && data[row * size + end] === 1) end += 1;
      if (end > column) runs.push({ column, row, length: end - column });
      column = end + 1;
    }
  }
  return { size, quiet: QUIET_MODULES, runs };
}

/**
 * A QR code as SVG text for a page, light border included; one unit is one module. The text itself
 * is not in the markup. Throws as {@link qrCode} does.
 */
export function qrSvg(text: string): string {
  const { size, runs } = qrCode(text);
  const side = size + 2 * QUIET_MODULES;
  const path = runs
    .map(
      ({ column, row, length }) =>
        `M${column + QUIET_MODULES} ${row + QUIET_MODULES}h${length}v1h-${length}z`,
    )
    .join("");
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" ` +
    `shape-rendering="crispEdges" role="img" aria-label="Mã QR">` +
    `<path fill="#fff" d="M0 0h${side}v${side}H0z"/><path fill="#000" d="${path}"/></svg>`
  );
}
