import type { Words } from "../words.ts";

export const settings = {} satisfies Words["settings"];
