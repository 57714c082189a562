export { PackageLimits } from "./package-limits.ts";
export type { Cmi5Deps, KeptVersion, PackageFileStore } from "./deps.ts";
export { type DocumentRequest, documentViolation, isPreferencesReading } from "./document-rules.ts";
export type { PackageFault } from "./faults.ts";
export {
  PACKAGE_FORM_FAULTS,
  PackageForm,
  type PackageFormFault,
  WAIVE_FAULTS,
  type WaiveFault,
  WaiveForm,
} from "./forms.ts";
export { WAIVE_REASONS, type WaiveReason } from "./lms-statements.ts";
export type { CoursePackage, UploadedVersion } from "./package.ts";
export { isUnitSatisfied, type UnitState, type UnitStates, UNTOUCHED } from "./rollup.ts";
export type { Violation } from "./session.ts";
export {
  type AssignableUnit,
  type Block,
  type CourseStructure,
  LaunchMode,
  type LangStrings,
  type MoveOn,
  type Part,
  unitsOf,
  vietnamese,
} from "./structure.ts";
export { courseIdOf } from "./unit-facts.ts";
