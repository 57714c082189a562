import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useSearchParams } from "@remix-run/react";

import { cleanLine } from "#app/domain/kernel/index.ts";
import {
  readDevice,
  signIn,
  type SignInRefusal,
  writeDevice,
} from "#app/domain/identity/index.server.ts";
import { useWords, type Words } from "#app/locales/index.ts";
import { readForm, textOf } from "#app/server/form.server.ts";
import { deviceCookie } from "#app/server/device-cookie.server.ts";
import { ownPath } from "#app/server/own-path.ts";
import { Button } from "#app/ui/button.tsx";
import { PinField, TextField } from "#app/ui/field.tsx";
import { ErrorSummary } from "#app/ui/notice.tsx";
import { LearnerPage } from "#app/ui/page-frame.tsx";
import { pageTitle } from "#app/ui/page-title.ts";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.identity.signIn.heading);

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  return actor === null ? null : redirect(ownPath(new URL(request.url).searchParams.get("tiep")));
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const form = await readForm(request);
  const login = cleanLine(textOf(form, "login")).slice(0, 60);
  const cookies = request.headers.get("cookie");
  const result = await signIn(deps, {
    login,
    pin: textOf(form, "pin").slice(0, 60),
    device: readDevice(await deviceCookie.parse(cookies)),
    address: context.address,
  });
  if (!result.ok) return data({ login, refusal: result.refusal }, { status: 422 });

  const { account, device } = result.value;
  const headers = new Headers();
  headers.append("set-cookie", await deps.sessions.begin(account));
  headers.append(
    "set-cookie",
    await deviceCookie.serialize(writeDevice(device), { secure: deps.origin.startsWith("https:") }),
  );
  throw redirect(ownPath(textOf(form, "tiep")), { headers });
}

export default function SignIn() {
  const words = useWords().identity.signIn;
  const refused = useActionData<typeof action>();
  const [search] = useSearchParams();
  const message = refused === undefined ? undefined : sentence(refused.refusal, words);
  return (
    <LearnerPage heading={words.heading}>
      {message === undefined ? null : (
        <ErrorSummary title={words.errorTitle} errors={[{ name: "login", message }]} />
      )}
      <p>{words.intro}</p>
      <form method="post" className="flow">
        <input type="hidden" name="tiep" value={search.get("tiep") ?? ""} />
        <TextField
          name="login"
          label={words.login}
          hint={words.loginHint}
          autoComplete="username"
          maxLength={60}
          defaultValue={refused?.login}
          required
        />
        <PinField name="pin" label={words.pin} maxLength={12} required />
        <Button icon="next">{words.button}</Button>
      </form>
      <p>{words.noCard}</p>
    </LearnerPage>
  );
}

function sentence(refusal: SignInRefusal, words: Words["identity"]["signIn"]): string {
  switch (refusal.code) {
    case "wait":
      return words.wait(refusal.minutes);
    case "login-unreadable":
    case "pin-unreadable":
    case "wrong":
    case "card-needed":
      return words.refusals[refusal.code];
  }
}
