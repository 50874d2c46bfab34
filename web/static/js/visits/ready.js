// Fetches every form of the list beforehand, with all that its page needs, and says which are ready.
const KEPT = "visits-2";
const NEEDS = /(?:href|src)="(\/[^"]+\.(?:css|js))"|from "(\.[^"]+\.js)"|url\("?([^")]+\.woff2)"?\)/g;

const keep = async (kept, url, seen) => {
  if (seen.has(url)) return;
  seen.add(url);
  const answer = await fetch(url, { redirect: "error", cache: "no-cache" });
  if (!answer.ok) throw new Error(url);
  if (/\.woff2$/.test(url)) { await kept.put(url, answer); return; }
  const found = [...(await answer.clone().text()).matchAll(NEEDS)].map(([, ...one]) => one.find(Boolean));
  await Promise.all(found.map((each) => keep(kept, new URL(each, new URL(url, location.href)).pathname, seen)));
  await kept.put(url, answer); // last: a page that is there has what it needs
};

// Drops the copies of forms that are not asked any more.
const drop = async (kept, list, pages) => {
  for (const { url } of await kept.keys()) {
    const { pathname } = new URL(url);
    if (pathname.startsWith(list) && pathname !== list && !pages.includes(pathname)) await kept.delete(url);
  }
};

export const makeReady = async (list, isSignedIn) => {
  const marks = [...document.querySelectorAll("[data-ready]")], kept = await caches.open(KEPT), seen = new Set();
  if (isSignedIn) {
    if (marks.length) await drop(kept, list, marks.map((mark) => mark.dataset.ready));
    await Promise.all([list, ...marks.map((mark) => mark.dataset.ready)].map((url) => keep(kept, url, seen).catch(() => {})));
  }
  for (const mark of marks) {
    const isReady = await kept.match(mark.dataset.ready) && await kept.match(list);
    mark.hidden = false;
    mark.classList.add(isReady ? "tag--green" : "tag--amber");
    mark.textContent = isReady ? "✓ Ready without a line" : "Not ready without a line yet";
  }
};
