import type { Words } from "../words.ts";

export const group = {} satisfies Words["group"];
