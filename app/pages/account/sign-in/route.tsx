import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useActionData, useLoaderData, useSearchParams } from "@remix-run/react";

import { Uuid } from "#app/domain/kernel/index.ts";
import type { SignInFault } from "#app/domain/identity/index.ts";
import { signIn, writeDevice } from "#app/domain/identity/index.server.ts";
import { keepLearner } from "#app/domain/phones/index.server.ts";
import { useWords } from "#app/locales/index.ts";
import { readForm, textOf } from "#app/server/http/form.server.ts";
import { deviceCookie, deviceOf, facesOn } from "#app/server/http/device-cookie.server.ts";
import { ownPath } from "#app/server/http/own-path.ts";
import { Notice } from "#app/kit/notice.tsx";
import { LearnerPage } from "#app/kit/page-frame.tsx";
import { href } from "#app/routes.ts";
import { pageTitle } from "#app/kit/page-title.ts";
import { cardSignInForm, faceSignInForm } from "./form.ts";
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
  const { value, shown, faults } = readSignIn(form);
  const refused = (wrong: readonly SignInFault[], minutes = 0) =>
    data({ ...shown, faults: wrong, minutes }, { status: 422 });

  if (value === null) return refused(faults);
  const device = await deviceOf(request);
  const result = await signIn(deps, { ...value, device, address: context.address });
  if (!result.ok) {
    const { refusal } = result;
    return refused([refusal.code], refusal.code === "wait" ? refusal.minutes : 0);
  }

  const { account, device: known } = result.value;
  await keepLearner(deps, account, known.deviceId);
  const headers = new Headers();
  const begun = await deps.sessions.begin(account, request.headers.get("cookie"));
  headers.append("set-cookie", begun);
  headers.append(
    "set-cookie",
    await deviceCookie.serialize(writeDevice(known), { secure: deps.origin.startsWith("https:") }),
  );
  throw redirect(onward(request, ownPath(textOf(form, "tiep"))), { headers });
}

/** Whoever tapped a face sent no card code; of what was typed, all but the PIN is shown again. */
function readSignIn(form: FormData) {
  const card = cardSignInForm.read(form);
  const face = faceSignInForm.read(form);
  const { login } = card.typed;
  if (!Uuid.safeParse(face.typed.face).success) return { ...card, shown: { login, face: "" } };
  const { value, faults, typed } = face;
  const shown = { login, face: typed.face };
  if (value === null) return { value, faults, shown };
  return { value: { login: { accountId: value.face }, pin: value.pin }, faults, shown };
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
  const asOther = faces.length === 0 || search.has("khac") || refused?.face === "";
  const { faults = [], minutes = 0, login = "", face = "" } = refused ?? {};
  const wait = identity.signIn.wait(minutes);
  return (
    <LearnerPage heading={identity.signIn.heading}>
      <CookiesOff />
      {asOther ? (
        <CardSignIn
          next={next}
          view={cardSignInForm.view(
            { typed: { login, pin: "" }, faults },
            { ...identity.signIn.refusals, wait },
          )}
        />
      ) : (
        <FaceSignIn
          next={next}
          faces={faces}
          view={faceSignInForm.view(
            { typed: { face, pin: "" }, faults },
            { ...phone.faces.refusals, wait },
          )}
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
