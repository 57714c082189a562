import sharp from "sharp";

/** A stored photograph made small enough for a list or a paper; it is never enlarged. */
export async function shrinkPhoto(jpeg: Uint8Array, widthPixels: number): Promise<Uint8Array> {
  return sharp(jpeg)
    .resize({ width: widthPixels, withoutEnlargement: true })
    .jpeg({ quality: 60 })
    .toBuffer();
}
