import type { Words } from "../words.ts";

export const ear = {} satisfies Words["ear"];
