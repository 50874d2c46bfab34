// Where there is no line, opens what was kept beforehand: empty forms and the list of them, about
// nobody. It keeps nothing itself: no page that was shown to somebody is ever kept.
const PLACE = "visits-3", PATIENCE = 8000;
const scope = new URL(self.registration.scope).pathname, KEPT = `${PLACE} ${scope}kept/`;
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (!name.startsWith(PLACE)) await caches.delete(name);
  await self.clients.claim();
})()));

const keptPage = async (path) => {
  const kept = await caches.open(KEPT), form = path.slice(scope.length).match(/^new\/([^/]+)$/);
  return (form && await kept.match(`${scope}kept/${form[1]}`)) || kept.match(`${scope}kept/`);
};
const keptPart = async (request) => (await caches.open(KEPT)).match(request, { ignoreVary: true });

// As the service answers; where it can't be reached, or not soon, as it was kept.
const answer = async (request, find) => {
  const asked = fetch(request), known = await find();
  if (!known) return asked;
  const isThere = asked.then((given) => ([502, 503, 504].includes(given.status) ? known : given), () => known);
  return Promise.race([isThere, new Promise((done) => { setTimeout(done, PATIENCE, known); })]);
};

self.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin || request.headers.has("Fetched-Ahead")) return;
  if (request.mode === "navigate" && url.pathname.startsWith(scope)) {
    event.respondWith(answer(request, () => keptPage(url.pathname)));
  } else if (url.pathname.startsWith("/static/") || url.pathname.endsWith("/accent.css")) {
    event.respondWith(answer(request, () => keptPart(request)));
  }
});
