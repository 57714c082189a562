// Shows a page of our own when there is no signal. Keeps nothing of a person. A plain file, as the
// browser takes it: no build step, no syntax newer than Chrome 64 knows.
const CACHE = "khong-co-mang-2";
const PAGE = "/khong-co-mang";
// Of every answer of ours: app/domain/phones/our-mark.ts.
const MARK = "x-nep-hoc";

self.addEventListener("install", (event) => {
  event.waitUntil(keepPage().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))),
      )
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.mode === "navigate") {
    event.respondWith(servePage(request));
  } else if (request.destination === "style" || request.destination === "image") {
    event.respondWith(
      fetch(request).catch(() => keptPart(request).then((kept) => kept || Response.error())),
    );
  }
});

async function servePage(request) {
  const { pathname } = new URL(request.url);
  if (request.method === "POST" && pathname === "/dang-xuat") {
    // Unsubscribed, the address answers no more, and the server forgets it at the next reminder.
    await endReminders(request.clone()).catch(() => undefined);
  }
  const response = await fetch(askedAnew(request)).catch(() => null);
  return response !== null && isSeen(response) ? response : noSignal();
}

// Going back to a page that answered a form, the browser wants it from its store alone, where no page of
// ours is; it is asked for as if its address had been typed.
function askedAnew(request) {
  return request.cache === "only-if-cached"
    ? new Request(request.url, { headers: request.headers, redirect: "manual" })
    : request;
}

// Not a gateway's word that the product is away; a portal's page, on which she signs in to the Wi-Fi, is.
function isSeen(response) {
  const { status, type, headers } = response;
  return type === "opaqueredirect" || headers.has(MARK) || status < 500 || status === 511;
}

async function noSignal() {
  const kept = await keptPart(PAGE);
  if (kept) return kept;
  const html =
    '<!DOCTYPE html><html lang="vi"><meta charset="utf-8"><title>Chưa có mạng</title><h1>Chưa có mạng</h1><p>Ra chỗ có mạng rồi tải lại.</p></html>';
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
}

function keptPart(request) {
  return caches.match(request).catch(() => undefined);
}

// As app/offline/show-reminder.ts has it for phones that keep courses.
self.addEventListener("push", (event) => {
  const { text } = event.data ? event.data.json() : {};
  event.waitUntil(
    self.registration.showNotification("Nếp Học", {
      body: text || "",
      icon: "/icon-192.png",
      lang: "vi",
      tag: "nhac-hoc",
    }),
  );
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(self.clients.openWindow("/hoc"));
});

self.addEventListener("pushsubscriptionchange", (event) => {
  event.waitUntil(renewReminders(event.oldSubscription, event.newSubscription));
});

async function renewReminders(before, after) {
  const { pushManager } = self.registration;
  let made = after || (await pushManager.getSubscription());
  if (!made && before && before.options.applicationServerKey) {
    const { applicationServerKey } = before.options;
    made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  }
  if (before) await tellReminders({ viec: "tat", endpoint: before.endpoint });
  if (made) await tellReminders(Object.assign({ endpoint: made.endpoint }, made.toJSON().keys));
}

// Who signs out is reminded on this phone no more; who hands it on is.
async function endReminders(request) {
  const form = await request.formData();
  const { pushManager } = self.registration;
  const known = pushManager ? await pushManager.getSubscription() : null;
  if (!known || form.get("doi") === "1") return;
  await known.unsubscribe();
  await tellReminders({ viec: "tat", endpoint: known.endpoint });
}

function tellReminders(fields) {
  return fetch("/ke-hoach/nhac", { method: "POST", body: new URLSearchParams(fields) });
}

/** The page and what it draws with. Asked for as nobody, so that no name is kept on a shared phone. */
async function keepPage() {
  const page = await fetchPart(PAGE, "text/html");
  const html = await page.clone().text();
  const paths = html.match(/\/[\w./-]+\.(?:css|svg)(?=")/g) || [];
  const parts = await Promise.all(
    paths.map((path) => fetchPart(path, path.endsWith(".css") ? "text/css" : "image/svg+xml")),
  );
  const cache = await caches.open(CACHE);
  await Promise.all(paths.map((path, at) => cache.put(path, parts[at])));
  await cache.put(PAGE, page);
}

// From the product itself, and of its kind: a portal's page is kept as nothing.
async function fetchPart(path, type) {
  const response = await fetch(path, { credentials: "omit", cache: "no-cache" });
  const isPart = response.ok && response.headers.has(MARK) && !response.redirected;
  if (!isPart || !(response.headers.get("content-type") || "").startsWith(type)) {
    throw new Error(`${path} did not come`);
  }
  return response;
}
