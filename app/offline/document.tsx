import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";

import { vi, WordsProvider } from "#app/locales/index.ts";
import { FrameProvider } from "#app/kit/frame-context.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { href } from "#app/routes.ts";

import type { Learner } from "./learner.ts";

/** The frame of pages on this phone: the stylesheet that was kept with it. */
export const SHELL = "khong-mang-1";

interface PageOptions {
  readonly title: string;
  readonly learner: Learner | null;
  /** How many acts wait to be sent. */
  readonly waiting: number;
  readonly status?: number;
  readonly children: ReactNode;
}

/** A whole page, as the server would send it, drawn on the phone. */
export async function pageOf(options: PageOptions): Promise<Response> {
  const { title, learner, waiting, status = 200, children } = options;
  const profile = learner?.profile ?? null;
  const { phone, common } = vi;
  const text = [phone.noSignal, ...(waiting === 0 ? [] : [phone.waiting(waiting)])].join(" · ");
  const html = renderToString(
    <html lang="vi">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#1b2450" />
        <title>{`${title} – ${common.productName}`}</title>
        {(await stylesheets()).map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <script src="/enhance.js" defer />
      </head>
      <body>
        <p className="sample" data-waiting="">
          <Icon name="phone" size={20} />
          <a href={href("account/on-this-phone")}>{text}</a>
        </p>
        <WordsProvider value={vi}>
          <FrameProvider
            value={{
              person: profile === null ? null : { name: profile.name, office: null },
              sample: profile?.sample ?? false,
              settings: profile?.settings ?? { locale: null, easyView: false, dataSaver: false },
            }}
          >
            {children}
          </FrameProvider>
        </WordsProvider>
      </body>
    </html>,
  );
  return new Response(`<!DOCTYPE html>${html}`, {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "content-security-policy":
        "default-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'",
    },
  });
}

async function stylesheets(): Promise<readonly string[]> {
  const cache = await caches.open(SHELL);
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  return kept.filter((path) => path.endsWith(".css"));
}

const PAGE = href("public/no-signal");
const ALWAYS = ["/favicon.svg", "/enhance.js", "/manifest.webmanifest"];

/** Keeps the page for no signal and what pages are drawn with. Asked for as nobody: no name is kept. */
export async function keepShell(): Promise<void> {
  const page = await fetch(PAGE, { credentials: "omit", cache: "reload" });
  if (!page.ok) throw new Error("the page for no signal did not come");
  const html = await page.clone().text();
  const styles = html.match(/\/[\w./-]+\.css(?=")/gu) ?? [];
  const cache = await caches.open(SHELL);
  const wanted = new Set([...styles, ...ALWAYS]);
  await cache.addAll([...wanted]);
  await cache.put(PAGE, page);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== PAGE && !wanted.has(pathname)) await cache.delete(request);
  }
}

/** The page for what this phone does not have. */
export async function noSignal(): Promise<Response> {
  const cache = await caches.open(SHELL);
  return (await cache.match(PAGE)) ?? Response.error();
}
