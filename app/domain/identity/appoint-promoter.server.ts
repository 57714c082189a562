import type { Transact } from "#app/db/index.server.ts";
import type { Clock, PersonId, PlaceId, Result } from "#app/domain/kernel/index.ts";

import type { Actor } from "./actor.ts";
import { grantOffice, type GrantOfficeRefusal } from "./grant-office.server.ts";
import type { PromoterForm } from "./registration.ts";

/** A resident of the commune leads classes in one of its villages, or in all of them, from today. */
export function appointPromoter(
  deps: Clock & { readonly transact: Transact },
  actor: Actor,
  input: {
    readonly communeId: PlaceId;
    readonly personId: PersonId;
    /** Made with the form, so that a second press of it appoints nobody twice. */
    readonly officeId: string;
    readonly form: PromoterForm;
  },
): Promise<Result<null, GrantOfficeRefusal>> {
  const { form, ...who } = input;
  return grantOffice(deps, actor, { ...who, role: "promoter", ...form });
}
