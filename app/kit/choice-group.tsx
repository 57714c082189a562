import { Fragment, type ReactNode } from "react";

import { describedBy, HintAndError } from "./field.tsx";

export interface ChoiceOption {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: string | undefined;
  /** What stands under the choice and is no part of it. */
  readonly below?: ReactNode;
}

interface ChoiceGroupProps {
  readonly name: string;
  readonly legend: ReactNode;
  readonly type: "radio" | "checkbox";
  readonly options: readonly ChoiceOption[];
  readonly defaultValues?: readonly string[] | undefined;
  /** Of radios, or of a box that stands alone. */
  readonly defaultValue?: string | undefined;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly id?: string | undefined;
  /** Of radios only: the browser asks for one. */
  readonly required?: boolean | undefined;
  /** What stands between the question and its choices. */
  readonly children?: ReactNode;
}

/** Choices as big cards to tap. The first carries the group's id, where an error summary leads. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { name, id = name, type, options, hint, error, required } = props;
  const chosen = props.defaultValues ?? [props.defaultValue];
  return (
    <fieldset className="field" data-ear="" aria-describedby={describedBy(id, hint, error)}>
      <legend>{props.legend}</legend>
      {props.children}
      <HintAndError id={id} hint={hint} error={error} />
      {options.map(({ value, label, hint: more, below }, index) => (
        <Fragment key={value}>
          <label className="choice">
            <input
              id={index === 0 ? id : undefined}
              {...{ name, type, value }}
              defaultChecked={chosen.includes(value)}
              required={type === "radio" && required === true}
              aria-invalid={error === undefined ? undefined : true}
            />
            <span>
              {label}
              {more === undefined ? null : <small>{more}</small>}
            </span>
          </label>
          {below}
        </Fragment>
      ))}
    </fieldset>
  );
}
