import { z } from "zod";

import { clean, Uuid } from "#app/domain/kernel/index.ts";

/** A revocation as an office writes it; the issues' messages are codes. */
export const CertificateRevocationForm = z.object({
  certificateId: Uuid,
  reason: z
    .string()
    .transform(clean)
    .pipe(z.string().min(10, "reason-short").max(500, "reason-long")),
});
