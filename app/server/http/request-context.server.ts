import { type AppLoadContext, redirect } from "@remix-run/node";

import type { Actor } from "#app/domain/identity/index.ts";
import { href } from "#app/routes.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";
import type { DisplayPreferences } from "./display-preferences.server.ts";
import type { BodyReservation } from "./body-budget.server.ts";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
  /** What the listener gives to every loader and action of one request. */
  interface AppLoadContext {
    readonly deps: Deps;
    /** The client's network address. */
    readonly address: string;
    /** Who is signed in; the database is asked once a request. */
    readonly actor: () => Promise<Actor | null>;
    /** In which language and how; answers also where the actor cannot be asked for. */
    readonly preferences: () => Promise<DisplayPreferences>;
    /** What of the request's body is in memory. */
    readonly intake: Pick<BodyReservation, "giveBack">;
    /** What an address without a page answered, where a browser is to be shown why. */
    readonly refused?: number;
    /** Writes a fault of ours to the log. */
    readonly report: (error: unknown) => void;
  }
}

const WAY_BACK_AT_MOST = 2000;

/** The signed-in person, or a way to the sign-in page and back. */
export async function requireActor(
  context: Pick<AppLoadContext, "actor">,
  request: Request,
): Promise<Actor> {
  const actor = await context.actor();
  if (actor !== null) return actor;
  const { pathname, search } = new URL(request.url);
  const back = encodeURIComponent(pathname + search);
  // A header that is too long is no answer at all; no address of ours comes near.
  throw redirect(
    back.length > WAY_BACK_AT_MOST
      ? href("account/sign-in")
      : `${href("account/sign-in")}?tiep=${back}`,
  );
}
