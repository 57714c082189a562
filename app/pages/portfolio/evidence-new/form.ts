import { EVIDENCE_FAULTS, EvidenceForm } from "#app/domain/portfolio/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const evidenceForm = defineForm(EvidenceForm, EVIDENCE_FAULTS, {
  title: "title",
  description: "description",
  happenedOn: "happenedOn",
  photo: "photo",
  indicators: "indicators",
});
