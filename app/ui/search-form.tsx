import { Button } from "./button.tsx";
import { TextField } from "./field.tsx";

interface SearchFormProps {
  /** Where it asks, as `?tim=…`. */
  readonly action: string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly query: string;
}

export const SEARCH_LENGTH = 60;

/** One box and one button. */
export function SearchForm({ action, label, hint, button, query }: SearchFormProps) {
  return (
    <form className="flow" role="search" action={action}>
      <TextField
        {...{ label, hint }}
        name="tim"
        type="search"
        autoComplete="off"
        maxLength={SEARCH_LENGTH}
        defaultValue={query}
      />
      <Button icon="search">{button}</Button>
    </form>
  );
}
