import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";

import { officeText } from "#app/domain/identity/index.ts";
import { useLanguage } from "#app/locales/index.ts";
import { isWholeAsked } from "#app/kit/easy-screens.ts";
import { FailedPage } from "#app/kit/failed-page.tsx";
import { type Frame, FrameProvider } from "#app/kit/frame-context.tsx";
import { wordsOf } from "#app/kit/page-title.ts";

import stylesheet from "#app/kit/styles/learner.css?url";

export const meta: MetaFunction = ({ matches }) => [{ title: wordsOf(matches).common.productName }];

/** `language` is what each page's `meta` finds its words by. */
export async function loader({
  request,
  context,
}: LoaderFunctionArgs): Promise<Frame & { readonly language: string }> {
  const actor = await context.actor();
  const { language, settings } = await context.preferences();
  const [office] = actor?.offices ?? [];
  return {
    person:
      actor === null
        ? null
        : {
            key: actor.accountId,
            name: actor.fullName,
            office: office === undefined ? null : officeText(office),
          },
    sample: context.deps.holdsSample(),
    settings: isWholeAsked(new URL(request.url).searchParams)
      ? { ...settings, easyView: false }
      : settings,
    language: language.code,
  };
}

/** No `<Scripts/>`: every page is a document that works with no script; enhance.js is never needed. */
export function Layout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang={useLanguage().pageLang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#1b2450" />
        <Meta />
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="manifest" href="/manifest.webmanifest" />
        <script src="/enhance.js" defer />
        <Links />
      </head>
      <body>{children}</body>
    </html>
  );
}

export default function Root() {
  return (
    <FrameProvider value={useLoaderData<typeof loader>()}>
      <Outlet />
    </FrameProvider>
  );
}

export { FailedPage as ErrorBoundary };
