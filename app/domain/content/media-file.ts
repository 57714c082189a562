/** A file of a course's `media/`, measured, or why it cannot be used (in Vietnamese). */
export type MediaFile =
  | ({ readonly usable: true; readonly hash: string; readonly bytes: number } & (
      | {
          readonly kind: "picture";
          readonly width: number;
          readonly height: number;
          /** Of a photograph: what was made of it, narrow ones first; none of a drawing. */
          readonly made: readonly MadePicture[];
        }
      | { readonly kind: "sound"; readonly seconds: number }
      | { readonly kind: "paper"; readonly format: string }
    ))
  | { readonly usable: false; readonly why: string };

/** A photograph re-encoded as WebP. */
export interface MadePicture {
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** The width that was asked for, as in the address. */
  readonly asked: number;
}
