import { handsFaults, handsForm, type ShowOfHands } from "#app/domain/centres/index.ts";
import { defineForm } from "#app/kit/form.ts";

interface Line {
  readonly key: string;
}

export interface RefusedHands {
  readonly typed: Readonly<Record<string, string>>;
  readonly faults: readonly string[];
}

const fieldOf = (key: string) => `hands.${key}`;

/** The count at one question: a field for each thing that hands can be raised for. */
export function handsFormOf(options: readonly Line[]) {
  const keys = options.map(({ key }) => key);
  const names = Object.fromEntries(keys.map((key) => [fieldOf(key), `tay.${key}`]));
  return defineForm(handsForm(keys), handsFaults(keys), names);
}

/**
 * The lines with their fields, filled as they were refused, else as they stand.
 * @param wrong what is said about a count that is none
 */
export function viewHands<Option extends Line>(
  options: readonly Option[],
  shown: { readonly refused: RefusedHands | undefined; readonly hands: ShowOfHands | null },
  wrong: string,
) {
  const ofEach = (text: (key: string) => string) =>
    Object.fromEntries(options.map(({ key }) => [fieldOf(key), text(key)]));
  const standing = ofEach((key) => String(shown.hands?.[key] ?? 0));
  const { fields, errors } = handsFormOf(options).view(
    shown.refused ?? { typed: standing },
    ofEach(() => wrong),
  );
  const lines = options.flatMap((option) => {
    const field = fields[fieldOf(option.key)];
    return field === undefined ? [] : [{ option, field }];
  });
  return { lines, errors };
}
