import type { FoundCommune } from "#app/domain/record-office/index.ts";
import { XapiScope } from "#app/domain/xapi/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import {
  CLIENT_FIELDS,
  type ClientFault,
  faultOf,
  fieldIdOf,
  type TypedClient,
  type TypedLimits,
} from "./client-fields.ts";
import { DateField, TextField } from "#app/kit/field.tsx";
import { ErrorSummary } from "#app/kit/notice.tsx";

/** Everything to mend, above the page. */
export function ClientErrors({
  title,
  faults,
}: {
  readonly title: string;
  readonly faults: readonly ClientFault[];
}) {
  const words = useWords().recordClients.fields;
  return (
    <ErrorSummary
      title={title}
      errors={faults.map((fault) => ({ name: fieldIdOf(fault), message: words.faults[fault] }))}
    />
  );
}

interface LimitFieldsProps {
  readonly typed: TypedLimits;
  readonly faults: readonly ClientFault[];
}

/** What a client may do, until when and how often. */
export function LimitFields({ typed, faults }: LimitFieldsProps) {
  const { fields: words, scopes } = useWords().recordClients;
  const errorOf = useErrorOf(faults);
  return (
    <>
      <ChoiceGroup
        name={CLIENT_FIELDS.scopes}
        legend={words.scopes}
        type="checkbox"
        options={XapiScope.options.map((scope) => ({
          value: scope,
          label: scopes[scope].name,
          hint: scopes[scope].allows,
        }))}
        defaultValues={typed.scopes}
        error={errorOf("scopes")}
      />
      <DateField
        name={CLIENT_FIELDS.expiry}
        label={words.expiry}
        hint={words.expiryHint}
        defaultValue={typed.expiry}
        error={errorOf("expiry")}
        optional
      />
      <TextField
        name={CLIENT_FIELDS.limit}
        label={words.limit}
        hint={words.limitHint}
        inputMode="numeric"
        autoComplete="off"
        maxLength={7}
        defaultValue={typed.limit}
        error={errorOf("limit")}
        required
      />
    </>
  );
}

function useErrorOf(faults: readonly ClientFault[]) {
  const words = useWords().recordClients.fields.faults;
  return (field: keyof typeof CLIENT_FIELDS) => {
    const fault = faultOf(faults, field);
    return fault === undefined ? undefined : words[fault];
  };
}

interface ClientFormProps {
  /** Becomes the client's, so that a second press is the same client. */
  readonly clientId: string;
  readonly provinceName: string;
  readonly typed: TypedClient;
  readonly faults: readonly ClientFault[];
  /** To choose from, when the name that was typed is of several. */
  readonly communes: readonly FoundCommune[];
}

export function ClientFormCard(props: ClientFormProps) {
  const { clientId, provinceName, typed, faults, communes } = props;
  const words = useWords().recordClients;
  const { fields } = words;
  const errorOf = useErrorOf(faults);
  return (
    <Card>
      <form method="post" className="flow">
        <input type="hidden" name="ma" value={clientId} />
        <TextField
          name={CLIENT_FIELDS.name}
          label={fields.name}
          hint={fields.nameHint}
          autoComplete="off"
          maxLength={80}
          defaultValue={typed.name}
          error={errorOf("name")}
          required
        />
        <ChoiceGroup
          name={CLIENT_FIELDS.place}
          legend={fields.place}
          type="radio"
          options={[
            { value: "tinh", label: fields.wholeProvince(provinceName) },
            { value: "xa", label: fields.oneCommune },
          ]}
          defaultValues={[typed.place]}
          error={errorOf("place")}
          required
        />
        <TextField
          name={CLIENT_FIELDS.commune}
          label={fields.commune}
          hint={fields.communeHint}
          autoComplete="off"
          maxLength={60}
          defaultValue={typed.commune}
          error={errorOf("commune")}
          optional
        />
        {communes.length === 0 ? null : (
          <ChoiceGroup
            name={CLIENT_FIELDS.communeChoice}
            legend={fields.communeChoice}
            type="radio"
            options={communes.map(({ communeId, communeName }) => ({
              value: communeId,
              label: communeName,
            }))}
            defaultValues={[typed.communeChoice]}
            error={errorOf("communeChoice")}
          />
        )}
        <ChoiceGroup
          name={CLIENT_FIELDS.entry}
          legend={fields.entry}
          type="radio"
          options={(["secret", "token"] as const).map((entry) => ({
            value: entry,
            label: fields.entries[entry].name,
            hint: fields.entries[entry].hint,
          }))}
          defaultValues={[typed.entry]}
          error={errorOf("entry")}
          required
        />
        <TextField
          name={CLIENT_FIELDS.clientId}
          label={fields.clientId}
          hint={fields.clientIdHint}
          autoComplete="off"
          maxLength={200}
          defaultValue={typed.clientId}
          error={errorOf("clientId")}
          optional
        />
        <LimitFields {...{ typed, faults }} />
        <Actions>
          <Button icon="plus">{words.make.button}</Button>
        </Actions>
      </form>
    </Card>
  );
}
