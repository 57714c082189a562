import type { Picture, Sound } from "./block.ts";

/** A file that a lesson shows; `src` is an address below the course's folder. */
export interface MediaPart {
  readonly src: string;
  readonly bytes: number;
}

export function pictureMedia({ src, bytes, small }: Picture): readonly MediaPart[] {
  return small === null ? [{ src, bytes }] : [{ src, bytes }, small];
}

export function soundMedia(...sounds: readonly (Sound | null)[]): readonly MediaPart[] {
  return sounds.filter((sound) => sound !== null);
}
