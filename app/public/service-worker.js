// Shows a page of our own when there is no signal. Keeps nothing of a person. A plain file, as the
// browser takes it: no build step, no syntax newer than Chrome 64 knows.
const CACHE = "khong-co-mang-1";
const PAGE = "/khong-co-mang";

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
    event.respondWith(fetch(request).catch(() => caches.match(PAGE)));
  } else if (request.destination === "style" || request.destination === "image") {
    event.respondWith(
      fetch(request).catch(() => caches.match(request).then((kept) => kept || Response.error())),
    );
  }
});

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

/** The page and what it draws with. Asked for as nobody, so that no name is kept on a shared phone. */
async function keepPage() {
  const cache = await caches.open(CACHE);
  const page = await fetch(PAGE, { credentials: "omit", cache: "reload" });
  if (!page.ok) throw new Error("the page for no signal did not come");
  const html = await page.clone().text();
  const files = html.match(/\/[\w./-]+\.(?:css|svg)(?=")/g) || [];
  await cache.addAll(files);
  await cache.put(PAGE, page);
}
