import { ISSUE_FAULTS, IssueDecisionForm } from "#app/domain/evaluation/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const issueForm = defineForm(IssueDecisionForm, ISSUE_FAULTS, {
  number: "so",
  decidedOn: "ngay",
  confirmed: "doi-chieu",
  form: "",
});
