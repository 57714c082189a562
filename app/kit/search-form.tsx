import { Button } from "./button.tsx";
import { TextField } from "./field.tsx";

interface SearchFormProps {
  /** Where it asks, as `?tim=…`. */
  readonly action: string;
  readonly label: string;
  readonly hint?: string;
  readonly button: string;
  readonly query: string;
  /** What else is chosen and goes along. */
  readonly kept?: readonly (readonly [name: string, value: string])[];
}

export const SEARCH_LENGTH = 60;

/** One box and one button. */
export function SearchForm({ action, label, hint, button, query, kept = [] }: SearchFormProps) {
  return (
    <search>
      <form className="flex items-end gap-2" action={action}>
        {kept.map(([name, value]) => (
          <input key={name} type="hidden" {...{ name, value }} />
        ))}
        <div className="min-w-0 grow">
          <TextField
            {...{ label, hint }}
            name="tim"
            type="search"
            autoComplete="off"
            maxLength={SEARCH_LENGTH}
            defaultValue={query}
          />
        </div>
        <Button icon="search">{button}</Button>
      </form>
    </search>
  );
}
