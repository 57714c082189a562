import { findCommune } from "./commune.store.server.ts";
import type { Actor } from "#app/domain/identity/index.ts";
import { accept, refuse, type PlaceId, type Result } from "#app/domain/kernel/index.ts";

import { overseeingOffice } from "./access.ts";
import type { EvaluationDeps } from "./deps.ts";
import { findRegisterLines } from "./register-list.store.server.ts";
import type { RegisterPage } from "./view.ts";

/** Neither the commune's official nor the province's officer. */
export type ListRegisterRefusal = { readonly code: "outside-commune" };

const PAGE = 50;

/** A commune's register of a year by number, 50 a page. */
export function listRegister(
  deps: Pick<EvaluationDeps, "transact">,
  actor: Actor,
  input: {
    readonly communeId: PlaceId;
    readonly year: number;
    /** In the name or the number; needs no diacritics. */
    readonly search?: string | undefined;
    /** From 1. */
    readonly page?: number | undefined;
  },
): Promise<Result<RegisterPage, ListRegisterRefusal>> {
  const { communeId, year } = input;
  const asked = Math.max(1, input.page ?? 1);
  return deps.transact(actor.reach, async (db) => {
    const commune = await findCommune(db, communeId);
    if (commune === null || overseeingOffice(actor, commune) === null) {
      return refuse({ code: "outside-commune" });
    }
    const search = input.search ?? "";
    const question = { communeId, year, search, page: asked, perPage: PAGE };
    const { lines, found } = await findRegisterLines(db, question);
    const pages = Math.max(1, Math.ceil(found / PAGE));
    return accept({ lines, found, pages, page: Math.min(asked, pages) });
  });
}
