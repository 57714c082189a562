import type { HTMLInputTypeAttribute, InputHTMLAttributes, ReactNode } from "react";

import { useWords } from "#app/locales/index.ts";

import { Icon } from "./icon.tsx";

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  /** The name, unless a page has two fields of that name. */
  readonly id?: string | undefined;
  readonly required?: boolean | undefined;
  /** Says beside the label that it may stay empty. */
  readonly optional?: boolean | undefined;
}

interface TextFieldProps extends FieldProps {
  readonly defaultValue?: string | undefined;
  readonly type?: Exclude<HTMLInputTypeAttribute, "checkbox" | "radio" | "file"> | undefined;
  readonly inputMode?: InputHTMLAttributes<HTMLInputElement>["inputMode"];
  readonly autoComplete?: string | undefined;
  readonly maxLength?: number | undefined;
}

export function TextField(props: TextFieldProps) {
  const { type = "text", defaultValue, inputMode, autoComplete, maxLength } = props;
  return (
    <Labelled {...props}>
      <input
        {...controlOf(props)}
        {...{ type, defaultValue, inputMode, autoComplete, maxLength }}
        className="input"
      />
    </Labelled>
  );
}

interface PinFieldProps extends FieldProps {
  /** `new-password` where a new one is set. */
  readonly autoComplete?: "current-password" | "new-password" | undefined;
  readonly maxLength?: number | undefined;
}

/** A secret number, typed with thick fingers: number keys, wide digits. */
export function PinField(props: PinFieldProps) {
  const { autoComplete = "current-password", maxLength } = props;
  return (
    <Labelled {...props}>
      <input
        {...controlOf(props)}
        {...{ autoComplete, maxLength }}
        className="input pin"
        type="password"
        inputMode="numeric"
      />
    </Labelled>
  );
}

/** A day typed as dd/mm/yyyy; `parseDay` of the kernel reads it. */
export function DateField({
  defaultValue,
  ...props
}: FieldProps & { readonly defaultValue?: string | undefined }) {
  const { dateHint } = useWords().common.field;
  const { hint = dateHint } = props;
  return (
    <Labelled {...props} hint={hint}>
      <input
        {...controlOf({ ...props, hint })}
        className="input short"
        type="text"
        maxLength={20}
        autoComplete="off"
        defaultValue={defaultValue}
      />
    </Labelled>
  );
}

interface TextAreaProps extends FieldProps {
  readonly defaultValue?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxLength?: number | undefined;
}

export function TextArea(props: TextAreaProps) {
  const { defaultValue, rows = 4, maxLength } = props;
  return (
    <Labelled {...props}>
      <textarea {...controlOf(props)} {...{ defaultValue, rows, maxLength }} className="input" />
    </Labelled>
  );
}

interface SelectFieldProps extends FieldProps {
  readonly options?: readonly { readonly value: string; readonly label: string }[] | undefined;
  /** Options in groups. */
  readonly children?: ReactNode;
  readonly defaultValue?: string | undefined;
  /** The first, empty line; without it the first option is chosen already. */
  readonly placeholder?: string | true | undefined;
}

export function SelectField(props: SelectFieldProps) {
  const { options = [], defaultValue, placeholder, children } = props;
  const { choose } = useWords().common.field;
  return (
    <Labelled {...props}>
      <select {...controlOf(props)} className="input" defaultValue={defaultValue}>
        {placeholder === undefined ? null : (
          <option value="">{placeholder === true ? choose : placeholder}</option>
        )}
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
        {children}
      </select>
    </Labelled>
  );
}

interface FileFieldProps extends FieldProps {
  /** As in HTML: `image/*,application/pdf`. */
  readonly accept: string;
  /** Opens the camera at once instead of the gallery. */
  readonly capture?: "environment" | "user" | undefined;
  readonly multiple?: boolean | undefined;
}

/** The form around it needs `encType="multipart/form-data"`. */
export function FileField(props: FileFieldProps) {
  const { accept, capture, multiple } = props;
  return (
    <Labelled {...props}>
      <input
        {...controlOf(props)}
        {...{ accept, capture, multiple }}
        className="input"
        type="file"
      />
    </Labelled>
  );
}

/** What the fields share: label, hint, error, then the control. */
function Labelled(props: FieldProps & { readonly children: ReactNode }) {
  const { name, id = name, label, hint, error, optional = false, children } = props;
  const words = useWords().common.field;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional ? <span className="hint"> ({words.optional})</span> : null}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

export function HintAndError({
  id,
  hint,
  error,
}: {
  readonly id: string;
  readonly hint: string | undefined;
  readonly error: string | undefined;
}) {
  return (
    <>
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <p className="error" id={`${id}-error`}>
          <Icon name="warning" />
          {error}
        </p>
      )}
    </>
  );
}

/** The ids that `HintAndError` printed, for aria-describedby. */
export function describedBy(
  id: string,
  hint: string | undefined,
  error: string | undefined,
): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean);
  return ids.length === 0 ? undefined : ids.join(" ");
}

function controlOf({ name, id = name, hint, error, required }: FieldProps) {
  return {
    id,
    name,
    required,
    "aria-describedby": describedBy(id, hint, error),
    "aria-invalid": error === undefined ? undefined : (true as const),
  };
}
