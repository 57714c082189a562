import { CERTIFICATE_FAULTS, CertificateRevocationForm } from "#app/domain/certificates/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const certificateForm = defineForm(CertificateRevocationForm, CERTIFICATE_FAULTS, {
  reason: "ly-do-thu-hoi",
  form: "chi-tiet",
});
