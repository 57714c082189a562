export { dropLearner, issueToken, keepLearner, listLearners } from "./keep-learner.server.ts";
export type { PhoneLearner } from "./phone.store.server.ts";
export { receiveSealed, type ReceiveSealedDeps } from "./receive-sealed.server.ts";
export { openSealKeys, type SealKeys } from "./seal-keys.server.ts";
