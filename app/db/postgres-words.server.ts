import pg from "pg";

import { OperatorError } from "./operator-error.ts";

/** What PostgreSQL itself says: its message, detail and hint. */
export function postgresWords(error: pg.DatabaseError): string {
  return [
    error.message,
    error.detail,
    error.hint === undefined ? undefined : `HINT: ${error.hint}`,
    error.where,
  ]
    .filter((words) => words !== undefined && words !== "")
    .join("\n  ");
}

/** Causes by the code of the system or of PostgreSQL. */
const CAUSES: Readonly<Record<string, string>> = {
  ECONNREFUSED: "không có PostgreSQL nào nghe ở địa chỉ và cổng ấy",
  ENOTFOUND: "không tìm thấy máy chủ có tên ấy",
  EAI_AGAIN: "không hỏi được tên máy chủ (DNS)",
  ETIMEDOUT: "máy chủ không trả lời",
  "28P01": "sai mật khẩu, hoặc không có tài khoản ấy",
  "28000": "máy chủ không cho tài khoản ấy vào (pg_hba.conf)",
  "3D000": "không có cơ sở dữ liệu ấy: hãy chạy npm run setup",
  "42501": "tài khoản không có quyền: hãy chạy npm run setup",
  "53300": "máy chủ đã hết chỗ kết nối (max_connections)",
};

/** Connects, or says in words why not. `variable` is where the URL was read from. */
export async function connect(url: string, variable: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 15_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw connectionFault(error, url, variable);
  }
}

function connectionFault(error: unknown, url: string, variable: string): unknown {
  if (!(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  const cause = CAUSES[code] ?? "PostgreSQL không nhận kết nối";
  const words = error instanceof pg.DatabaseError ? postgresWords(error) : error.message || code;
  return new OperatorError(`${variable} (${withoutPassword(url)}): ${cause}.\n  ${words}`, {
    cause: error,
  });
}

/** A URL as it may be shown. */
function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return "…";
  const shown = new URL(url);
  if (shown.password !== "") shown.password = "…";
  return decodeURI(shown.href);
}
