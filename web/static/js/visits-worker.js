// Keeps the pages of visits that were opened, so that they open again where there is no line.
const KEPT = "visits-1";
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  const isPage = event.request.mode === "navigate" && new URL(self.registration.scope).pathname === url.pathname.slice(0, new URL(self.registration.scope).pathname.length);
  const isOurs = url.origin === location.origin && (isPage || url.pathname.startsWith("/static/") || url.pathname.endsWith("/accent.css"));
  if (event.request.method !== "GET" || !isOurs) return;
  event.respondWith((async () => {
    const kept = await caches.open(KEPT);
    try {
      const answer = await fetch(event.request);
      if (answer.ok && !answer.redirected) await kept.put(event.request, answer.clone());
      return answer;
    } catch (error) {
      const known = await kept.match(event.request, { ignoreVary: true });
      if (known) return known;
      throw error;
    }
  })());
});
