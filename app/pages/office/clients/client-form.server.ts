import type { Actor } from "#app/domain/identity/index.ts";
import type { PlaceId } from "#app/domain/kernel/index.ts";
import { ClientForm, ClientLimits, type FoundCommune } from "#app/domain/record-office/index.ts";
import { findCommunes } from "#app/domain/record-office/index.server.ts";
import {
  CLIENT_FIELDS,
  type ClientFault,
  clientFaultsOf,
  type TypedClient,
  type TypedLimits,
} from "./client-fields.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";
import { textOf, textsOf } from "#app/server/http/form.server.ts";

const MOST_CHARACTERS = 500;
const MOST_SCOPES = 20;

/** What was typed, as it came but for its length. */
export function readTypedClient(form: FormData): TypedClient {
  const text = (name: string) => textOf(form, name).slice(0, MOST_CHARACTERS);
  return {
    name: text(CLIENT_FIELDS.name),
    place: text(CLIENT_FIELDS.place),
    commune: text(CLIENT_FIELDS.commune),
    communeChoice: text(CLIENT_FIELDS.communeChoice),
    entry: text(CLIENT_FIELDS.entry),
    clientId: text(CLIENT_FIELDS.clientId),
    ...readTypedLimits(form),
  };
}

export function readTypedLimits(form: FormData): TypedLimits {
  const text = (name: string) => textOf(form, name).slice(0, MOST_CHARACTERS);
  return {
    scopes: textsOf(form, CLIENT_FIELDS.scopes).slice(0, MOST_SCOPES),
    expiry: text(CLIENT_FIELDS.expiry),
    limit: text(CLIENT_FIELDS.limit),
  };
}

type Read<Form> = { readonly form: Form } | { readonly faults: readonly ClientFault[] };

export function readLimits({ scopes, expiry, limit }: TypedLimits): Read<ClientLimits> {
  const read = ClientLimits.safeParse({ scopes, lastDay: expiry, requestsPerMinute: limit });
  return read.success ? { form: read.data } : { faults: clientFaultsOf(read.error.issues) };
}

/** The form that was meant, its commune found by name; otherwise what is to mend, and which communes to choose from. */
export async function readClientForm(
  deps: Deps,
  actor: Actor,
  provinceId: PlaceId,
  typed: TypedClient,
): Promise<Read<ClientForm> & { readonly communes: readonly FoundCommune[] }> {
  const place = await placeOf(deps, actor, provinceId, typed);
  const read = ClientForm.safeParse({
    name: typed.name,
    // Any place will do to read the rest; with a fault of the place nothing is made.
    placeId: place.placeId ?? provinceId,
    entry: { kind: typed.entry, clientId: typed.clientId },
    scopes: typed.scopes,
    lastDay: typed.expiry,
    requestsPerMinute: typed.limit,
  });
  const faults = [...place.faults, ...(read.success ? [] : clientFaultsOf(read.error.issues))];
  const { communes } = place;
  return read.success && faults.length === 0 ? { form: read.data, communes } : { faults, communes };
}

interface MeantPlace {
  readonly placeId: PlaceId | null;
  readonly faults: readonly ClientFault[];
  readonly communes: readonly FoundCommune[];
}

async function placeOf(
  deps: Deps,
  actor: Actor,
  provinceId: PlaceId,
  typed: TypedClient,
): Promise<MeantPlace> {
  if (typed.place === "tinh") return { placeId: provinceId, faults: [], communes: [] };
  if (typed.place !== "xa") return lacking("place-missing");
  const found = await findCommunes(deps, actor, { provinceId, typed: typed.commune });
  const { communes, meant } = found.ok ? found.value : { communes: [], meant: null };
  const chosen = communes.find(({ communeId }) => communeId === typed.communeChoice) ?? meant;
  if (chosen !== null) return { placeId: chosen.communeId, faults: [], communes };
  if (typed.commune.trim() === "") return lacking("commune-missing");
  return communes.length === 0 ? lacking("commune-unknown") : lacking("commune-several", communes);
}

function lacking(fault: ClientFault, communes: readonly FoundCommune[] = []): MeantPlace {
  return { placeId: null, faults: [fault], communes };
}
