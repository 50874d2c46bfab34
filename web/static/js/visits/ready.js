// Fetches every form of the list beforehand, with all that its page needs, and says which are ready.
const PLACE = "visits-3"; // and so in the worker
const NEEDS = /(?:href|src)="(\/[^"]+\.(?:css|js)(?:\?[^"]*)?)"|from "(\.[^"]+\.js)"|url\("?([^")]+\.woff2)"?\)/g;

// A page with all that it needs is fetched whole, past the worker, before any of it is kept: old and
// new never mix.
const gather = async (url, found) => {
  if (found.has(url)) return;
  found.set(url, null);
  const answer = await fetch(url, { redirect: "error", cache: "no-cache", headers: { "Fetched-Ahead": "yes" } });
  if (!answer.ok) throw new Error(url);
  found.set(url, answer);
  if (url.endsWith(".woff2")) return;
  const needs = [...(await answer.clone().text()).matchAll(NEEDS)].map(([, ...one]) => one.find(Boolean));
  await Promise.all(needs.map((each) => {
    const { pathname, search } = new URL(each, new URL(url, location.href));
    return gather(pathname + search, found);
  }));
};

// Drops forms that are not asked any more, and what only pages of earlier days needed.
const drop = async (kept, found) => {
  for (const { url } of await kept.keys()) {
    const { pathname, search } = new URL(url);
    if (!found.has(pathname + search)) await kept.delete(url);
  }
};

const fetchAll = async (kept, list, pages) => {
  const found = new Map();
  await Promise.all([list, ...pages].map((url) => gather(url, found)));
  await Promise.all([...found].map(([url, answer]) => kept.put(url, answer)));
  await drop(kept, found);
};

export const makeReady = async (list, isSignedIn, working) => {
  const marks = [...document.querySelectorAll("[data-ready]")], kept = await caches.open(`${PLACE} ${list}`);
  if (isSignedIn && marks.length) await fetchAll(kept, list, marks.map((mark) => mark.dataset.ready)).catch(() => {}); // no line: what is kept stays
  const isWorking = await working;
  for (const mark of marks) {
    const isReady = isWorking && await kept.match(mark.dataset.ready) && await kept.match(list);
    mark.hidden = false;
    mark.classList.add(isReady ? "tag--green" : "tag--amber");
    mark.textContent = isReady ? "✓ Ready without a line" : "Not ready without a line yet";
  }
};
