import type { DecisionPaper, RecognitionCertificate } from "#app/domain/documents/index.ts";
import {
  type DecisionView,
  formatPublicCode,
  type RegisterEntryView,
} from "#app/domain/evaluation/index.ts";

/**
 * A recognition as its certificate says it; `origin` is scheme and host that the QR leads to. The code
 * stands in groups of four, for whoever has to type it from paper.
 */
export function certificateOf(entry: RegisterEntryView, origin: string): RecognitionCertificate {
  return {
    holderName: entry.fullName,
    birthYear: entry.birthYear,
    villageName: entry.villageName,
    communeName: entry.communeName,
    provinceName: entry.provinceName,
    authority: peoplesCommittee(entry.communeName),
    year: entry.year,
    registerNumber: entry.registerNumber,
    decisionNumber: entry.decisionNumber,
    decidedOn: entry.decidedOn,
    signerTitle: entry.signerTitle,
    signerName: entry.signerName,
    criteria: entry.criteria,
    verificationUrl: `${origin}/kiem-tra/${formatPublicCode(entry.publicCode)}`,
    sample: entry.sample,
  };
}

/** A decision and its list; a draft has dots where number and day will stand. */
export function decisionPaper(decision: DecisionView, auditHash: string | null): DecisionPaper {
  return {
    authority: peoplesCommittee(decision.communeName),
    provinceName: decision.provinceName,
    communeName: decision.communeName,
    number: decision.number,
    place: decision.communeName.replace(UNIT, ""),
    decidedOn: decision.decidedOn,
    year: decision.year,
    legalBases: decision.legalBases,
    articles: decision.articles,
    rows: decision.rows.map(
      ({ ordinal, fullName, birthYear, villageName, total, registerNumber }) => ({
        ordinal,
        fullName,
        birthYear,
        villageName,
        total,
        registerNumber,
      }),
    ),
    signerTitle: decision.signerTitle,
    signerName: decision.signerName,
    auditHash,
    sample: decision.sample,
  };
}

const UNIT = /^(?:xã|phường|thị trấn|đặc khu)\s+/iu;

/** "Ủy ban nhân dân xã Bản Phố" */
function peoplesCommittee(communeName: string): string {
  const inSentence = communeName.replace(UNIT, (unit) => unit.toLocaleLowerCase("vi"));
  return `Ủy ban nhân dân ${inSentence}`;
}
