import { z } from "zod";

import type { FaultOf } from "#app/domain/kernel/index.ts";

/** What a learner is told by on a shared phone, next to her name; each is a drawing of the interface. */
export const PICTURES = [
  "buffalo",
  "rooster",
  "pig",
  "fish",
  "bird",
  "butterfly",
  "rice",
  "maize",
  "peach",
  "bamboo",
  "mountain",
  "sun",
] as const;
export const Picture = z.enum(PICTURES);
export type Picture = z.infer<typeof Picture>;

export const PictureForm = z.object({ picture: Picture });

export const PICTURE_FAULTS = { picture: ["picture-unknown"] } as const;
export type PictureFault = FaultOf<typeof PICTURE_FAULTS>;

/** How the pages are shown to somebody. */
export interface LearnerSettings {
  /** Language of the interface, ISO 639-1 or 639-3; null: nobody chose. */
  readonly locale: string | null;
  /** Pictures, sound and big choices in place of long text. */
  readonly easyView: boolean;
  /** No picture until it is tapped. */
  readonly dataSaver: boolean;
}

/** What somebody changes of it; what is left out stays as it is. */
export const SettingsChoice = z.object({
  locale: z
    .string()
    .regex(/^[a-z]{2,3}$/u)
    .optional(),
  easyView: z.boolean().optional(),
  dataSaver: z.boolean().optional(),
});
export type SettingsChoice = z.infer<typeof SettingsChoice>;

/** The picture of somebody who chose none: the same for ever, told from the account's id. */
export function pictureOf(accountId: string): Picture {
  return PICTURES[Number.parseInt(accountId.slice(-6), 16) % PICTURES.length] ?? "buffalo";
}
