import type { Transact } from "#app/db/index.server.ts";
import type { Clock, PersonId, PlaceId, Result } from "#app/domain/kernel/index.ts";

import type { Actor } from "./actor.ts";
import { grantOffice, type GrantOfficeRefusal } from "./grant-office.server.ts";
import type { AttestorForm } from "./registration.ts";

/** A resident of the commune answers for one of its villages from today. */
export function appointAttestor(
  deps: Clock & { readonly transact: Transact },
  actor: Actor,
  input: {
    readonly communeId: PlaceId;
    readonly personId: PersonId;
    /** Made with the form, so that a second press of it appoints nobody twice. */
    readonly officeId: string;
    readonly form: AttestorForm;
  },
): Promise<Result<null, GrantOfficeRefusal>> {
  const { form, ...who } = input;
  const { villageId: placeId, title } = form;
  return grantOffice(deps, actor, { ...who, role: "village_attestor", placeId, title });
}
