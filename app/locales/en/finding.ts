import type { Words } from "../words.ts";

export const finding = {} satisfies Words["finding"];
