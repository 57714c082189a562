/** Signs somebody in over HTTP; answers the `Cookie` header of the session. */
export async function signInAt(
  origin: string,
  who: { readonly card: string; readonly pin: string },
): Promise<string> {
  const response = await fetch(`${origin}/dang-nhap`, {
    method: "POST",
    redirect: "manual",
    headers: { "content-type": "application/x-www-form-urlencoded", origin },
    body: new URLSearchParams({ login: who.card, pin: who.pin }).toString(),
  });
  return response.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}
