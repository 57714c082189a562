export { addPackage, type AddedPackage, type AddPackageRefusal } from "./add-package.server.ts";
export { fetchToken, launchOfCode } from "./fetch-token.server.ts";
export {
  findSessionByToken,
  type FindSessionRefusal,
  notePreferences,
  type SessionGrant,
} from "./find-session.server.ts";
export { forgetRegistrations } from "./forget.store.server.ts";
export { launchUnit, type LaunchUnitRefusal } from "./launch-unit.server.ts";
export {
  listPackages,
  type OfficerPackage,
  readPackage,
  type ReadPackageRefusal,
} from "./list-packages.server.ts";
export { unpackPackage } from "./unpack-package.server.ts";
export type { Unpacked } from "./unpacked.ts";
export { packageActs } from "./package-acts.server.ts";
export {
  type LearnerCourse,
  listCourses,
  type OfferedCourse,
  readCourse,
} from "./read-courses.server.ts";
export {
  recordSessionStatements,
  type SessionBatch,
  type RecordSessionStatementsRefusal,
} from "./record-session-statements.server.ts";
export { readPackageLimits } from "./read-limits.server.ts";
export { relaunchUnit } from "./relaunch-unit.server.ts";
export { waiveUnit, type WaiveUnitRefusal } from "./waive-unit.server.ts";
export { withdrawPackage, type WithdrawPackageRefusal } from "./withdraw-package.server.ts";
