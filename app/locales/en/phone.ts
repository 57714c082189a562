import type { Words } from "../words.ts";

export const phone = {} satisfies Words["phone"];
