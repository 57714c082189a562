import type { Subject } from "#app/domain/content/index.ts";

/** A course that somebody else made, as a province offers it. */
export interface CoursePackage {
  readonly id: string;
  /** The course's id in cmi5.xml. */
  readonly publisherId: string;
  /** The version that whoever begins now is given. */
  readonly versionId: string;
  readonly subject: Subject;
  /** From then on nobody begins it. */
  readonly withdrawnAt: Date | null;
}

/** A version, without what is in it. */
export interface UploadedVersion {
  readonly id: string;
  readonly sha256: string;
  readonly kind: "zip" | "xml";
  readonly fileName: string;
  readonly bytes: number;
  readonly files: number;
  readonly minutes: number;
  readonly title: string;
  readonly uploadedAt: Date;
  readonly uploadedBy: string;
}
