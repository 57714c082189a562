import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { cleanLine, Uuid } from "#app/domain/kernel/index.ts";
import { signIn, type SignInRefusal, writeDevice } from "#app/domain/identity/index.server.ts";
import { keepLearner } from "#app/domain/phones/index.server.ts";
import { useWords, type Words } from "#app/locales/index.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { deviceCookie, deviceOf, facesOn } from "#app/server/http/device-cookie.server.ts";
import { ownPath } from "#app/server/http/own-path.ts";
import { Notice } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { href } from "#app/routes.ts";
import { pageTitle } from "#app/kit/page-title.ts";
import { CardSignIn, FaceSignIn, OtherWays } from "./sign-in-forms.tsx";

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, (words) => words.identity.signIn.heading);

/** In the address behind a sign-in: whoever is not in then has a browser that keeps no cookie. */
const JUST_IN = "vua-vao";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = await context.actor();
  const { searchParams } = new URL(request.url);
  if (actor !== null) {
    throw redirect(ownPath(searchParams.get("tiep")));
  }
  return {
    faces: await facesOn(context.deps, request),
    keepsNoCookie: request.method === "GET" && searchParams.has(JUST_IN),
  };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const { deps } = context;
  const form = await readForm(request);
  const login = cleanLine(textOf(form, "login")).slice(0, 60);
  const tapped = Uuid.safeParse(textOf(form, "nguoi"));
  const result = await signIn(deps, {
    login: tapped.success ? { accountId: tapped.data } : login,
    pin: textOf(form, "pin").slice(0, 60),
    device: await deviceOf(request),
    address: context.address,
  });
  if (!result.ok) {
    const chosen = tapped.success ? tapped.data : null;
    return data({ login, chosen, refusal: result.refusal }, { status: 422 });
  }

  const { account, device } = result.value;
  await keepLearner(deps, account, device.deviceId);
  const headers = new Headers();
  const begun = await deps.sessions.begin(account, request.headers.get("cookie"));
  headers.append("set-cookie", begun);
  headers.append(
    "set-cookie",
    await deviceCookie.serialize(writeDevice(device), { secure: deps.origin.startsWith("https:") }),
  );
  throw redirect(onward(request, ownPath(textOf(form, "tiep"))), { headers });
}

/** A browser that sent no cookie at all may keep none: it comes by here once more before it goes on. */
function onward({ headers }: Request, path: string): string {
  if (headers.has("cookie") || !headers.has("origin")) return path;
  const query = new URLSearchParams({ [JUST_IN]: "1", tiep: path });
  return `${href("account/sign-in")}?${query.toString()}`;
}

export default function SignIn() {
  const { identity, phone } = useWords();
  const { faces } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const [search] = useSearchParams();
  const next = search.get("tiep") ?? "";
  const isTyped = refused !== undefined && refused.chosen === null;
  const asOther = faces.length === 0 || search.has("khac") || isTyped;
  return (
    <LearnerPage heading={identity.signIn.heading}>
      <CookiesOff />
      {asOther ? (
        <CardSignIn
          next={next}
          login={refused?.login}
          refused={refused && sentence(refused.refusal, identity.signIn)}
        />
      ) : (
        <FaceSignIn
          next={next}
          faces={faces}
          chosen={refused?.chosen ?? undefined}
          refused={
            refused &&
            sentence(refused.refusal, { ...identity.signIn, refusals: phone.faces.refusals })
          }
        />
      )}
      {faces.length === 0 ? null : <OtherWays asOther={asOther} next={next} />}
    </LearnerPage>
  );
}

function CookiesOff() {
  const { signIn: words } = useWords().identity;
  const { keepsNoCookie } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  if (!keepsNoCookie || refused !== undefined) return null;
  return (
    <Notice tone="error" title={words.errorTitle}>
      {words.cookiesOff}
    </Notice>
  );
}

function sentence(
  refusal: SignInRefusal,
  words: Pick<Words["identity"]["signIn"], "refusals" | "wait">,
): string {
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
