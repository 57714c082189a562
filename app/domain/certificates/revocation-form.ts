import { z } from "zod";

import { clean, type FaultOf, Uuid } from "#app/domain/kernel/index.ts";

/** A revocation as an office writes it. */
export const CertificateRevocationForm = z.object({
  certificateId: Uuid,
  reason: z
    .string()
    .transform(clean)
    .pipe(z.string().min(10, "reason-short").max(500, "reason-long")),
});
export type CertificateRevocationForm = z.infer<typeof CertificateRevocationForm>;

/** Why an office did not do something with a certificate: its revocation, or another in its place. */
export const CERTIFICATE_FAULTS = {
  reason: ["reason-short", "reason-long"],
  form: ["own-certificate", "already-revoked", "still-stands", "not-completed", "unknown-course"],
} as const;
export type CertificateFault = FaultOf<typeof CERTIFICATE_FAULTS>;
