import type { Statement } from "./statement.ts";

export type Attachment = NonNullable<Statement["attachments"]>[number];

/** The usage type of a statement's signature (xAPI 2.0 §4.2.6). */
export const SIGNATURE = "http://adlnet.gov/expapi/attachments/signature";

/** Every attachment of a statement, of its plan too. */
export function attachmentsOf(statement: Statement): readonly Attachment[] {
  const { object, attachments = [] } = statement;
  const planned = "verb" in object ? (object.attachments ?? []) : [];
  return [...attachments, ...planned];
}

const ALGORITHMS: Readonly<Record<number, string>> = {
  56: "sha224",
  64: "sha256",
  96: "sha384",
  128: "sha512",
};

/** The member of the SHA-2 family that a hash of this length comes from. */
export function sha2Algorithm(sha2: string): string {
  const name = ALGORITHMS[sha2.length];
  if (name === undefined) throw new Error("not a SHA-2 hash");
  return name;
}
