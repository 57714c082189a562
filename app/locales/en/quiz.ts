import type { Words } from "../words.ts";

export const quiz = {} satisfies Words["quiz"];
