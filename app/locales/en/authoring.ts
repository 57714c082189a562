import type { Words } from "../words.ts";

export const authoring = {} satisfies Words["authoring"];
