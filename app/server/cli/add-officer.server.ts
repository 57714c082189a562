import { parseArgs } from "node:util";

import { formatCardCode } from "#app/domain/identity/index.ts";
import { appointOfficer } from "#app/domain/identity/index.server.ts";
import { cleanLine, isName, personName } from "#app/domain/kernel/index.ts";
import { communeIdOfCode } from "#app/domain/places/index.ts";

import type { Deps } from "#app/server/boot/deps.server.ts";

const USAGE = `Cách dùng: npm run officer:add -- --commune <mã xã 5 số> --name "<họ tên>" --title "<chức danh>" [--province]
  --province: cán bộ tỉnh của xã đó, thay vì cán bộ xã`;

/** The first official of a commune, by whoever runs the server; answers the exit code. */
export async function addOfficer(
  deps: Deps,
  args: readonly string[],
  say: (line: string) => void,
): Promise<number> {
  const asked = readArguments(args);
  if (asked === null) {
    say(USAGE);
    return 2;
  }
  const result = await appointOfficer(deps, asked);
  if (result.ok) {
    const { cardCode, pin, fullName } = result.value;
    say(`${fullName}: mã thẻ ${formatCardCode(cardCode)}, PIN ${pin} (chỉ hiện một lần này)`);
    return 0;
  }
  switch (result.refusal.code) {
    case "sample-present":
      say("Đang có dữ liệu mẫu. Chạy npm run sample:remove trước.");
      return 1;
    case "commune-unknown":
      say("Không có xã mang mã này. Tìm mã ở trang /tim-xa.");
      return 1;
  }
}

function readArguments(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        commune: { type: "string" },
        name: { type: "string" },
        title: { type: "string" },
        province: { type: "boolean", default: false },
      },
    });
    const { commune = "", province } = values;
    const fullName = personName(values.name ?? "");
    const title = cleanLine(values.title ?? "");
    if (!/^\d{5}$/u.test(commune) || !isName(fullName) || title === "") return null;
    const role = province ? ("provincial_officer" as const) : ("commune_official" as const);
    return { communeId: communeIdOfCode(commune), fullName, title, role };
  } catch {
    return null; // parseArgs throws for an option it does not know
  }
}
