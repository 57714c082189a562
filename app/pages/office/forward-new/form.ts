import { FORWARD_FAULTS, ForwardForm, REMOTE_VERSIONS } from "#app/domain/exchange/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const forwardForm = defineForm(
  ForwardForm,
  FORWARD_FAULTS,
  {
    name: "ten",
    endpoint: "dia-chi",
    user: "tai-khoan",
    secret: "mat-khau",
    version: "phien-ban",
    persons: "ca-nhan",
    courses: "khoa",
    activities: "hoat-dong",
    verbs: "dong-tu",
    otherVerbs: "dong-tu-khac",
    "start.kind": "tu",
    "start.day": "ngay",
  },
  { secrets: ["secret"] },
);

/** Nobody's name goes out unless the officer says so. */
export const UNTOUCHED: typeof forwardForm.blank = {
  ...forwardForm.blank,
  version: REMOTE_VERSIONS[0],
  persons: "pseudonyms",
  "start.kind": "now",
};
