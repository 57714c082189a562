import pg from "pg";

import { OperatorError } from "#app/db/operator-error.ts";
import { connect } from "#app/db/postgres-words.server.ts";

const VARIABLE = "DATABASE_APP_URL";

/**
 * Refuses a login of the application that row-level security does not bind, or that leads to another
 * database than the owner's. Both are migrated and reachable.
 */
export async function refuseWrongAppLogin(ownerUrl: string, appUrl: string): Promise<void> {
  const owner = await connect(ownerUrl, "DATABASE_URL");
  const app = await connect(appUrl, VARIABLE);
  try {
    const fault = await faultOf(await idOf(owner), app);
    if (fault !== null) throw new OperatorError(`${VARIABLE} ${fault}`);
  } finally {
    await owner.end();
    await app.end();
  }
}

async function faultOf(ownersId: string | null, app: pg.Client): Promise<string | null> {
  const { rows } = await app.query<{
    login: string;
    unbound: boolean;
    member: boolean;
    owner: boolean;
  }>(`
    SELECT current_user AS login, rolsuper OR rolbypassrls AS unbound,
      EXISTS (SELECT FROM pg_roles AS app WHERE app.rolname = 'nephoc_app'
              AND pg_has_role(current_user, app.oid, 'USAGE')) AS member,
      EXISTS (SELECT FROM pg_class WHERE oid = to_regclass('public.person')
              AND pg_has_role(current_user, relowner, 'MEMBER')) AS owner
    FROM pg_roles WHERE rolname = current_user`);
  const [login] = rows;
  if (login === undefined) return "không đọc được vai trò của chính nó.";
  if (login.owner || login.unbound) {
    return `đăng nhập bằng ${login.login}, vốn không bị giới hạn theo xã (chủ các bảng, superuser hoặc BYPASSRLS). Hãy dùng một tài khoản riêng: npm run setup.`;
  }
  if (!login.member) {
    return `đăng nhập bằng ${login.login}, vốn chưa được cấp vai trò nephoc_app: GRANT nephoc_app TO "${login.login}".`;
  }
  if ((await idOf(app)) === ownersId) return null;
  return "dẫn tới cơ sở dữ liệu khác với DATABASE_URL: hai địa chỉ phải là một cơ sở dữ liệu.";
}

/** Which installation a database is; null when it is none. */
async function idOf(client: pg.Client): Promise<string | null> {
  try {
    const { rows } = await client.query<{ value: string }>(
      "SELECT value FROM installation_fact WHERE name = 'id'",
    );
    return rows[0]?.value ?? null;
  } catch (error) {
    // Not there, or not for this login.
    if (error instanceof pg.DatabaseError && ["42P01", "42501"].includes(error.code ?? "")) {
      return null;
    }
    throw error;
  }
}
