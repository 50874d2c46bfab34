// Where there is no line, opens what was kept beforehand: empty forms and the list of them, about
// nobody. No page that was shown to somebody is ever kept.
const KEPT = "visits-2", PATIENCE = 8000;
const scope = new URL(self.registration.scope).pathname;
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name !== KEPT) await caches.delete(name);
  await self.clients.claim();
})()));

const keptOf = async (path) => {
  const kept = await caches.open(KEPT), form = path.slice(scope.length).match(/^new\/([^/]+)$/);
  return (form && await kept.match(`${scope}kept/${form[1]}`)) || kept.match(`${scope}kept/`);
};

const page = async (request, path) => {
  const known = await keptOf(path), asked = fetch(request);
  if (!known) return asked;
  const late = new Promise((done) => setTimeout(done, PATIENCE, known));
  return Promise.race([asked.catch(() => known), late]);
};

const part = async (request) => {
  const kept = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await kept.put(request, answer.clone());
    return answer;
  } catch (error) {
    const known = await kept.match(request, { ignoreVary: true });
    if (known) return known;
    throw error;
  }
};

self.addEventListener("fetch", (event) => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate" && url.pathname.startsWith(scope)) event.respondWith(page(request, url.pathname));
  else if (url.pathname.startsWith("/static/") || url.pathname.endsWith("/accent.css")) event.respondWith(part(request));
});
