import type { ReactNode } from "react";
import { renderToString } from "react-dom/server";

import { vi, WordsProvider } from "#app/locales/index.ts";
import { FrameProvider } from "#app/kit/frame-context.tsx";
import { Icon } from "#app/kit/icon.tsx";
import { href } from "#app/routes.ts";

import type { Learner } from "../learner.ts";
import { isOurs } from "../network.ts";

/** The frame of pages on this phone: the stylesheet that was kept with it. */
export const SHELL = "khong-mang-2";

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
              person:
                profile === null
                  ? null
                  : { key: profile.accountId, name: profile.name, office: null },
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
  const page = await fetchPart(PAGE);
  const html = await page.clone().text();
  const styles = html.match(/\/[\w./-]+\.css(?=")/gu) ?? [];
  const wanted = new Set([...styles, ...ALWAYS]);
  // All of it before any of it: what is kept stays whole.
  const parts = await Promise.all(
    [...wanted].map(async (path) => [path, await fetchPart(path)] as const),
  );
  const cache = await caches.open(SHELL);
  for (const [path, part] of parts) await cache.put(path, part);
  await cache.put(PAGE, page);
  for (const request of await cache.keys()) {
    const { pathname } = new URL(request.url);
    if (pathname !== PAGE && !wanted.has(pathname)) await cache.delete(request);
  }
}

const TYPES: readonly (readonly [string, string])[] = [
  [".css", "text/css"],
  [".js", "text/javascript"],
  [".svg", "image/svg+xml"],
  [".webmanifest", "application/manifest+json"],
];

/** A part of the frame, from the product itself and of its kind; asked for as nobody. */
async function fetchPart(path: string): Promise<Response> {
  const response = await fetch(path, { credentials: "omit", cache: "no-cache" });
  const type = response.headers.get("content-type") ?? "";
  const [, wanted] = TYPES.find(([ending]) => path.endsWith(ending)) ?? ["", "text/html"];
  if (!response.ok || !isOurs(response) || response.redirected || !type.startsWith(wanted)) {
    throw new Error(`${path} did not come`);
  }
  return response;
}

/** The page for what this phone does not have. */
export async function noSignal(): Promise<Response> {
  const kept = await keptPage().catch(() => undefined);
  if (kept !== undefined) return kept;
  // No storage of the phone's can be read: in words alone.
  const { heading, title, advice, kept: stays } = vi.offline;
  const html = renderToString(
    <html lang="vi">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{heading}</title>
      </head>
      <body>
        <h1>{title}</h1>
        <p>{advice}</p>
        <p>{stays}</p>
      </body>
    </html>,
  );
  return new Response(`<!DOCTYPE html>${html}`, {
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });
}

async function keptPage(): Promise<Response | undefined> {
  const cache = await caches.open(SHELL);
  return cache.match(PAGE);
}
