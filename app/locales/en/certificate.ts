import type { Words } from "../words.ts";

export const certificate = {} satisfies Words["certificate"];
