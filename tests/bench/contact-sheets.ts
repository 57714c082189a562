import sharp, { type OverlayOptions } from "sharp";

/** A page as it was seen. */
export interface Shot {
  readonly label: string;
  readonly png: Buffer;
}

/** Half the width of a small phone: lay-out and headings can be told. */
const COLUMN = 190;
const GAP = 8;
const LABEL = 18;
const HEIGHT = 1400;
const COLUMNS = 8;

/** A piece of a page that fits a column. */
interface Piece {
  readonly label: string;
  readonly image: Buffer;
  readonly height: number;
}

/** Draws pages side by side into "<path>-1.png", "-2.png"…; a long page goes on in the next column. */
export async function drawSheets(path: string, shots: readonly Shot[]): Promise<void> {
  const pieces: Piece[] = [];
  for (const shot of shots) pieces.push(...(await piecesOf(shot)));
  const columns: Piece[][] = [];
  let used = HEIGHT;
  for (const piece of pieces) {
    const needed = piece.height + LABEL + GAP;
    if (used + needed > HEIGHT) {
      columns.push([]);
      used = 0;
    }
    columns.at(-1)?.push(piece);
    used += needed;
  }
  for (let from = 0; from < columns.length; from += COLUMNS) {
    const name = `${path}-${from / COLUMNS + 1}.png`;
    await drawSheet(name, columns.slice(from, from + COLUMNS));
  }
}

async function piecesOf({ label, png }: Shot): Promise<readonly Piece[]> {
  const small = await sharp(png)
    .resize({ width: COLUMN })
    .png()
    .toBuffer({ resolveWithObject: true });
  const most = HEIGHT - LABEL - GAP;
  const pieces: Piece[] = [];
  for (let top = 0; top < small.info.height; top += most) {
    const height = Math.min(most, small.info.height - top);
    const image = await sharp(small.data)
      .extract({ left: 0, top, width: small.info.width, height })
      .png()
      .toBuffer();
    pieces.push({ label: top === 0 ? label : "…", image, height });
  }
  return pieces;
}

async function drawSheet(name: string, columns: readonly (readonly Piece[])[]): Promise<void> {
  const layers: OverlayOptions[] = [];
  for (const [column, pieces] of columns.entries()) {
    const left = GAP + column * (COLUMN + GAP);
    let top = 0;
    for (const { label, image, height } of pieces) {
      layers.push({ input: labelImage(label), left, top });
      layers.push({ input: image, left, top: top + LABEL });
      top += height + LABEL + GAP;
    }
  }
  const width = GAP + columns.length * (COLUMN + GAP);
  await sharp({ create: { width, height: HEIGHT, channels: 3, background: "#888" } })
    .composite(layers)
    .png({ palette: true })
    .toFile(name);
}

function labelImage(label: string): Buffer {
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${COLUMN}" height="${LABEL}"><rect width="100%" height="100%" fill="#ff0"/><text x="2" y="13" font-size="12" font-family="sans-serif">${label}</text></svg>`,
  );
}
