export { appointOfficer } from "./appoint-officer.server.ts";
export { findAccountOwners, findActor } from "./account.store.server.ts";
export { changePin, type ChangePinRefusal } from "./change-pin.server.ts";
export { readDevice, writeDevice } from "./device.server.ts";
export { countPeople, insertOffice, insertPerson } from "./person.store.server.ts";
export { hashPin } from "./pin.server.ts";
export {
  registerPerson,
  type LearnerCard,
  type RegisterPersonRefusal,
} from "./register-person.server.ts";
export { openSessions, type Sessions } from "./sessions.server.ts";
export { signIn, type SignInRefusal, type TryLimit } from "./sign-in.server.ts";
