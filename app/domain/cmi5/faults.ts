/** What is wrong with an uploaded package. */
export interface PackageFault {
  readonly code: ZipFaultCode | StructureFaultCode;
  /** The file or element that it is in; "" for the package as a whole. */
  readonly where: string;
  /** The element, attribute, value or line that it is about; "" when `where` says it all. */
  readonly what: string;
}

/** Of the archive. */
type ZipFaultCode =
  | "not-a-package"
  | "no-course-structure"
  | "course-structure-nested"
  | "entry-path"
  | "entry-link"
  | "entry-encrypted"
  | "entry-twice"
  | "entry-broken"
  | "too-many-entries"
  | "too-large-unpacked"
  | "too-compressed"
  | "structure-too-large";

/** Of cmi5.xml. */
type StructureFaultCode =
  | "not-utf8"
  | "doctype"
  | "not-xml"
  | "too-deep"
  | "unknown-entity"
  | "not-course-structure"
  | "element-missing"
  | "element-unexpected"
  | "attribute-missing"
  | "attribute-unknown"
  | "text-missing"
  | "iri-invalid"
  | "id-repeated"
  | "value-invalid"
  | "mastery-score-invalid"
  | "no-units"
  | "url-invalid"
  | "url-relative"
  | "url-parameter"
  | "url-escapes"
  | "file-missing";

export type Complain = (fault: PackageFault) => void;

/** Enough to mend a file by; a thousand equal lines help nobody. */
export const FAULTS_TOLD = 20;
