import { Lucia, TimeSpan } from "lucia";

import type { Transact } from "#app/db/index.server.ts";
import type { Clock } from "#app/domain/kernel/index.ts";

import { findActor } from "./account.store.server.ts";
import type { Actor } from "./actor.ts";
import { Helper } from "./who-helps.ts";
import { sessionAdapter, writeHelper } from "./session.store.server.ts";

declare module "lucia" {
  interface Register {
    Lucia: Lucia<{ readonly helper: string | null }>;
    DatabaseSessionAttributes: {
      readonly communeId: string;
      readonly createdAt: Date;
      readonly helper: string | null;
    };
    DatabaseUserAttributes: object;
  }
}

/** Sessions of 30 days, prolonged while they are used. The token travels in a cookie and is kept nowhere. */
export interface Sessions {
  /** The `Set-Cookie` value that begins a session in the place of the one of a `Cookie` header, which ends. */
  readonly begin: (
    account: { readonly id: string; readonly communeId: string },
    cookieHeader: string | null,
  ) => Promise<string>;
  /** Who a `Cookie` header speaks for; `renewed` is a `Set-Cookie` value when the session was prolonged. */
  readonly read: (
    cookieHeader: string | null,
  ) => Promise<{ readonly actor: Actor; readonly renewed: string | null } | null>;
  /**
   * Whether a `Cookie` header has more than one session: another program on this host put one beside ours,
   * and no one can tell which.
   */
  readonly isAmbiguous: (cookieHeader: string | null) => boolean;
  /** Notes who reads and taps for her from now on in the session of a `Cookie` header; null: nobody. */
  readonly setHelper: (cookieHeader: string | null, helper: Helper | null) => Promise<void>;
  /** The `Set-Cookie` value that ends the session of a `Cookie` header. */
  readonly end: (cookieHeader: string | null) => Promise<string>;
  /** Ends every session of an account: after a new PIN, after a lost phone. */
  readonly endAll: (accountId: string) => Promise<void>;
  /** Removes the rows of sessions that ended by themselves. */
  readonly forgetExpired: () => Promise<void>;
}

export function openSessions(deps: {
  readonly transact: Transact;
  readonly now: Clock["now"];
  /** Whether the product is reached by HTTPS. */
  readonly secure: boolean;
}): Sessions {
  // With this prefix a browser takes it from this host alone, by https, and for all paths.
  const name = deps.secure ? "__Host-phien" : "phien";
  const sessionIdIn = (cookieHeader: string | null) => {
    const [id, ...more] = sessionIdsIn(cookieHeader, name);
    return more.length === 0 && id !== undefined && /^[a-z0-9]+$/u.test(id) ? id : null;
  };
  const lucia = new Lucia(sessionAdapter(deps.transact), {
    getSessionAttributes: ({ helper }) => ({ helper }),
    sessionExpiresIn: new TimeSpan(30, "d"),
    sessionCookie: { name, attributes: { secure: deps.secure, sameSite: "lax" } },
  });

  return {
    async begin({ id, communeId }, cookieHeader) {
      const before = sessionIdIn(cookieHeader);
      if (before !== null) await lucia.invalidateSession(before);
      const session = await lucia.createSession(id, {
        communeId,
        createdAt: deps.now(),
        helper: null,
      });
      return lucia.createSessionCookie(session.id).serialize();
    },
    async read(cookieHeader) {
      const sessionId = sessionIdIn(cookieHeader);
      if (sessionId === null) return null;
      const { session } = await lucia.validateSession(sessionId);
      if (session === null) return null;
      const actor = await deps.transact("everywhere", (db) =>
        findActor(
          db,
          { accountId: session.userId, helper: Helper.safeParse(session.helper).data ?? null },
          deps.now(),
        ),
      );
      if (actor === null) return null;
      return {
        actor,
        renewed: session.fresh ? lucia.createSessionCookie(sessionId).serialize() : null,
      };
    },
    isAmbiguous: (cookieHeader) => sessionIdsIn(cookieHeader, name).length > 1,
    async setHelper(cookieHeader, helper) {
      const sessionId = sessionIdIn(cookieHeader);
      if (sessionId !== null) await writeHelper(deps.transact, sessionId, helper);
    },
    async end(cookieHeader) {
      const sessionId = sessionIdIn(cookieHeader);
      if (sessionId !== null) await lucia.invalidateSession(sessionId);
      return lucia.createBlankSessionCookie().serialize();
    },
    endAll: (accountId) => lucia.invalidateUserSessions(accountId),
    forgetExpired: () => lucia.deleteExpiredSessions(),
  };
}

/** Lucia's reader throws when any cookie is badly encoded, also one of another program on this host. */
function sessionIdsIn(cookieHeader: string | null, name: string): readonly string[] {
  return (cookieHeader ?? "").split(";").flatMap((pair) => {
    const [of, ...value] = pair.split("=");
    return of?.trim() === name ? [value.join("=").trim()] : [];
  });
}
