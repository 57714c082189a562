import {
  CLIENT_FAULTS,
  CLIENT_LIMIT_FAULTS,
  ClientForm,
  ClientLimits,
} from "#app/domain/record-office/index.ts";
import { defineForm } from "#app/kit/form.ts";

const LIMIT_NAMES = {
  scopes: "quyen",
  lastDay: "het-han",
  requestsPerMinute: "moi-phut",
} as const;

/** Limits alone, which can be changed afterwards. */
export const limitsForm = defineForm(ClientLimits, CLIENT_LIMIT_FAULTS, LIMIT_NAMES);

export const clientForm = defineForm(ClientForm, CLIENT_FAULTS, {
  name: "ten",
  reach: "pham-vi",
  commune: "ten-xa",
  communeChoice: "chon-xa",
  "entry.kind": "cach",
  "entry.clientId": "ma-phan-mem",
  ...LIMIT_NAMES,
});

/** What a program of a school asks for as a rule. */
export const UNTOUCHED: typeof clientForm.blank = {
  ...clientForm.blank,
  "entry.kind": "secret",
  scopes: ["statements/write", "statements/read/mine", "state", "define"],
  requestsPerMinute: "6000",
};
