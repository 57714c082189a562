import { CHOSEN_LETTERS_FAULTS, ChosenLetters } from "#app/domain/exchange/index.ts";
import { defineForm } from "#app/kit/form.ts";

export const lettersForm = defineForm(ChosenLetters, CHOSEN_LETTERS_FAULTS, {
  letters: "ban-ghi",
});
