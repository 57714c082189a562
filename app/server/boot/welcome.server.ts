import type { SampleSignIn } from "#app/server/sample/ensure-sample.server.ts";

/** What a start prints: the address, and the sample sign-ins when there are any. */
export function welcome(origin: string, signIns: readonly SampleSignIn[]): string {
  const lines = signIns.map(
    ({ who, cardCode, pin, name }) => `  ${who.padEnd(22)} ${cardCode}   PIN ${pin}   ${name}`,
  );
  const sample =
    lines.length === 0 ? [] : ["", "Đăng nhập thử (dữ liệu mẫu, người không có thật):", ...lines];
  return [``, `Nếp Học đang chạy: ${origin}`, ...sample, "", "Dừng: Ctrl-C", ""].join("\n");
}
