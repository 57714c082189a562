import { SCORE_FAULTS, ScoreForm } from "#app/domain/evaluation/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const scoreForm = defineForm(ScoreForm, SCORE_FAULTS, {
  score: "score",
  words: "words",
  form: "",
});
