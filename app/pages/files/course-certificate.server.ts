import type { AppLoadContext } from "@remix-run/node";

import { checkUrl, type CourseCertificate, percentOf } from "#app/domain/certificates/index.ts";
import { readCertificate } from "#app/domain/certificates/index.server.ts";
import type { CourseCertificatePaper } from "#app/domain/documents/index.ts";
import { dayOf, formatPublicCode, Uuid } from "#app/domain/kernel/index.ts";

import { requireActor } from "#app/server/http/request-context.server.ts";

/** A certificate to be taken along, by its holder or who answers for it: 404 for others, 410 when revoked. */
export async function requireCertificate(
  context: Pick<AppLoadContext, "actor" | "deps">,
  request: Request,
  named: string | undefined,
): Promise<CourseCertificate> {
  const actor = await requireActor(context, request);
  const id = Uuid.safeParse(named);
  if (!id.success) throw new Response(null, { status: 404 });
  const read = await readCertificate(context.deps, actor, { certificateId: id.data });
  if (!read.ok) throw new Response(null, { status: 404 });
  if (read.value.revocation !== null) throw new Response(null, { status: 410 });
  return read.value;
}

/** A certificate as its paper says it. */
export function paperOf(certificate: CourseCertificate, origin: string): CourseCertificatePaper {
  const code = formatPublicCode(certificate.code);
  const { holderName, courseTitle, minutes, finalScaled, sample } = certificate;
  return {
    holderName,
    courseTitle,
    completedOn: dayOf(certificate.completedAt),
    issuedOn: dayOf(certificate.issuedAt),
    minutes,
    resultPercent: finalScaled === null ? null : percentOf(finalScaled),
    code,
    verificationUrl: checkUrl(origin, code),
    badge: certificate.credential,
    sample,
  };
}
