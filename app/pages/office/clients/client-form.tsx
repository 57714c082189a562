import type { FoundCommune } from "#app/domain/record-office/index.ts";
import { XapiScope } from "#app/domain/xapi/index.ts";
import { useWords } from "#app/locales/index.ts";

import { Actions, Button } from "#app/kit/button.tsx";
import { Card } from "#app/kit/card.tsx";
import { ChoiceGroup } from "#app/kit/choice-group.tsx";
import { DateField, TextField } from "#app/kit/field.tsx";
import type { FieldsOf } from "#app/kit/form.ts";
import type { clientForm, limitsForm } from "./form.ts";

interface LimitFieldsProps {
  readonly fields: FieldsOf<typeof limitsForm>;
}

/** What a client may do, until when and how often. */
export function LimitFields({ fields }: LimitFieldsProps) {
  const { fields: words, scopes } = useWords().recordClients;
  return (
    <>
      <ChoiceGroup
        {...fields.scopes}
        legend={words.scopes}
        type="checkbox"
        options={XapiScope.options.map((scope) => ({
          value: scope,
          label: scopes[scope].name,
          hint: scopes[scope].allows,
        }))}
      />
      <DateField {...fields.lastDay} label={words.expiry} hint={words.expiryHint} optional />
      <TextField
        {...fields.requestsPerMinute}
        label={words.limit}
        hint={words.limitHint}
        inputMode="numeric"
        autoComplete="off"
      />
    </>
  );
}

interface ClientFormProps {
  /** Becomes the client's, so that a second press is the same client. */
  readonly clientId: string;
  readonly provinceName: string;
  readonly fields: FieldsOf<typeof clientForm>;
  /** To choose from, when the name that was typed is of several. */
  readonly communes: readonly FoundCommune[];
}

export function ClientFormCard(props: ClientFormProps) {
  const { clientId, fields } = props;
  const { fields: words, make } = useWords().recordClients;
  return (
    <Card>
      <form method="post" className="flow">
        <input type="hidden" name="ma" value={clientId} />
        <TextField {...fields.name} label={words.name} hint={words.nameHint} autoComplete="off" />
        <ReachFields {...props} />
        <ChoiceGroup
          {...fields["entry.kind"]}
          legend={words.entry}
          type="radio"
          options={(["secret", "token"] as const).map((entry) => ({
            value: entry,
            label: words.entries[entry].name,
            hint: words.entries[entry].hint,
          }))}
        />
        <TextField
          {...fields["entry.clientId"]}
          label={words.clientId}
          hint={words.clientIdHint}
          autoComplete="off"
          optional
        />
        <LimitFields fields={fields} />
        <Actions>
          <Button icon="plus">{make.button}</Button>
        </Actions>
      </form>
    </Card>
  );
}

/** The whole province, or a commune by its name. */
function ReachFields({
  provinceName,
  fields,
  communes,
}: Pick<ClientFormProps, "provinceName" | "fields" | "communes">) {
  const { fields: words } = useWords().recordClients;
  return (
    <>
      <ChoiceGroup
        {...fields.reach}
        legend={words.place}
        type="radio"
        options={[
          { value: "province", label: words.wholeProvince(provinceName) },
          { value: "commune", label: words.oneCommune },
        ]}
      />
      <TextField
        {...fields.commune}
        label={words.commune}
        hint={words.communeHint}
        autoComplete="off"
        optional
      />
      {communes.length === 0 ? null : (
        <ChoiceGroup
          {...fields.communeChoice}
          legend={words.communeChoice}
          type="radio"
          options={communes.map(({ communeId, communeName }) => ({
            value: communeId,
            label: communeName,
          }))}
        />
      )}
    </>
  );
}
