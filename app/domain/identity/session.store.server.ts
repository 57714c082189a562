import { createHash } from "node:crypto";

import type { Adapter, DatabaseSession, DatabaseUser } from "lucia";

import type { Transact } from "#app/db/index.server.ts";

/** Lucia's adapter over our own tables. Only SHA-256 of a session's id is kept. */
export function sessionAdapter(transact: Transact): Adapter {
  return {
    async getSessionAndUser(sessionId) {
      const row = await transact("everywhere", (db) =>
        db.session.findUnique({ where: { id: fingerprint(sessionId) } }),
      );
      if (row === null) return [null, null];
      const session: DatabaseSession = {
        id: sessionId,
        userId: row.accountId,
        expiresAt: row.expiresAt,
        attributes: { communeId: row.communeId, createdAt: row.createdAt, helper: row.helper },
      };
      const user: DatabaseUser = { id: row.accountId, attributes: {} };
      return [session, user];
    },
    async getUserSessions() {
      throw new Error("sessions are kept by fingerprint and cannot be listed");
    },
    async setSession({ id, userId, expiresAt, attributes: { communeId, createdAt } }) {
      await transact([communeId], (db) =>
        db.session.create({
          data: { id: fingerprint(id), accountId: userId, communeId, expiresAt, createdAt },
        }),
      );
    },
    async updateSessionExpiration(sessionId, expiresAt) {
      await transact("everywhere", (db) =>
        db.session.updateMany({ where: { id: fingerprint(sessionId) }, data: { expiresAt } }),
      );
    },
    async deleteSession(sessionId) {
      await transact("everywhere", (db) =>
        db.session.deleteMany({ where: { id: fingerprint(sessionId) } }),
      );
    },
    async deleteUserSessions(accountId) {
      await transact("everywhere", (db) => db.session.deleteMany({ where: { accountId } }));
    },
    async deleteExpiredSessions() {
      await transact("everywhere", (db) =>
        db.session.deleteMany({ where: { expiresAt: { lte: new Date() } } }),
      );
    },
  };
}

export async function writeHelper(
  transact: Transact,
  sessionId: string,
  helper: string | null,
): Promise<void> {
  await transact("everywhere", (db) =>
    db.session.updateMany({ where: { id: fingerprint(sessionId) }, data: { helper } }),
  );
}

function fingerprint(sessionId: string): string {
  return createHash("sha256").update(sessionId).digest("hex");
}
