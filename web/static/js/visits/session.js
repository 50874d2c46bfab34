// Who is signed in, and the key to what they keep on this tablet. It lives in this tab only, for 30
// idle minutes at most; the service gives it again to whoever signs in as the same person.
const IDLE = 30 * 60 * 1000, PLACE = "visits-session";
const out = new BroadcastChannel("visits-signed-out");

export const forget = () => sessionStorage.removeItem(PLACE);

export const remembered = () => {
  const kept = JSON.parse(sessionStorage.getItem(PLACE) || "null");
  if (kept && Date.now() - kept.seen <= IDLE) return kept;
  forget();
  return null;
};

const remember = (person) => sessionStorage.setItem(PLACE, JSON.stringify({ ...person, seen: Date.now() }));

// Who is signed in now, with the token of a form; null where nobody is. Throws where there is no line.
export const ask = async (fresh) => {
  const answer = await fetch(fresh, { redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(20000) });
  if (answer.status >= 500 || answer.status === 429) throw new Error("no answer");
  if (!answer.ok) return null;
  const { id, name, key, token } = await answer.json();
  return { id, name, key, token };
};

// The person of this tab: as the service says, or as the tab remembers where there is no line.
export const whoIsHere = async (fresh) => {
  let person;
  try {
    person = await ask(fresh);
  } catch {
    return remembered();
  }
  if (person) remember({ id: person.id, name: person.name, key: person.key });
  else forget();
  return person;
};

// Calls `close` once nobody was active for too long, or somebody signed out in another tab.
export const watch = (closeNow) => {
  const close = () => { if (!("leaving" in document.documentElement.dataset)) closeNow(); };
  const active = () => { const kept = remembered(); if (kept) remember(kept); else close(); };
  const look = () => { if (!remembered()) close(); };
  for (const sign of ["input", "keydown", "pointerdown"]) addEventListener(sign, active, { passive: true });
  setInterval(look, 15000);
  document.addEventListener("visibilitychange", look);
  addEventListener("pageshow", (event) => { if (event.persisted) look(); });
  out.onmessage = () => { forget(); close(); };
};
