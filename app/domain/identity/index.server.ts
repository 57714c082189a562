export { addVillage, type AddedVillage, type AddVillageRefusal } from "./add-village.server.ts";
export { appointAttestor } from "./appoint-attestor.server.ts";
export { appointOfficer } from "./appoint-officer.server.ts";
export { appointPromoter } from "./appoint-promoter.server.ts";
export {
  findAccountOpening,
  findAccountOwners,
  findAccounts,
  findActor,
} from "./account.store.server.ts";
export { checkOwnPin } from "./check-own-pin.server.ts";
export { changePin } from "./change-pin.server.ts";
export { choosePicture } from "./choose-picture.server.ts";
export { chooseSettings } from "./choose-settings.server.ts";
export { isKnown, type KnownDevice, readDevice, remember, writeDevice } from "./device.server.ts";
export { dismissAttestor } from "./dismiss-attestor.server.ts";
export { dismissPromoter } from "./dismiss-promoter.server.ts";
export type { EndOfficeRefusal } from "./end-office.server.ts";
export type { GrantOfficeRefusal } from "./grant-office.server.ts";
export { listPeople, type ListPeopleRefusal } from "./list-people.server.ts";
export { findCardHolder, findPersonFile } from "./people.store.server.ts";
export { correctPerson, type CorrectPersonRefusal } from "./correct-person.server.ts";
export { type NationalIds, openNationalIds } from "./national-id.server.ts";
export { holdPerson } from "./office.store.server.ts";
export { insertPersonChange, writeResidence } from "./person-change.store.server.ts";
export { listSignedInOfficials } from "./list-signed-in-officials.server.ts";
export type { SignedInOfficial } from "./signed-in.store.server.ts";
export { listVillages, type ListVillagesRefusal } from "./list-villages.server.ts";
export { countPeople, insertOffice, insertPerson, isVillageOf } from "./person.store.server.ts";
export type { GuessLimits, TryLimit } from "./guess-limits.server.ts";
export { hashPin } from "./pin.server.ts";
export { markOfFile, readPerson, type ReadPersonRefusal } from "./read-person.server.ts";
export {
  registerPerson,
  type LearnerCard,
  type RegisterPersonRefusal,
} from "./register-person.server.ts";
export { resetPin, type ResetPinRefusal } from "./reset-pin.server.ts";
export { openSessions, type Sessions } from "./sessions.server.ts";
export { signIn, type SignInRefusal } from "./sign-in.server.ts";
