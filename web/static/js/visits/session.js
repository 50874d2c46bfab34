// Who is signed in, and the key to what they keep on this tablet. It lives in this tab only, for 30
// idle minutes and for eight hours at most, as a session of the service; the service gives it again
// to whoever signs in as the same person.
const IDLE = 30 * 60 * 1000, LONGEST = 8 * 60 * 60 * 1000, ASKED = 50 * 1000, PLACE = "visits-session", LAST = "visits-last";
const out = new BroadcastChannel("visits-signed-out");

const isOver = (since, most) => Math.abs(Date.now() - since) > most; // a clock that was set back counts, too
const isIdle = (since) => isOver(since, IDLE);
export const forget = () => sessionStorage.removeItem(PLACE);

export const remembered = () => {
  const kept = JSON.parse(sessionStorage.getItem(PLACE) || "null");
  if (kept && !isIdle(kept.seen) && !isOver(kept.began ?? kept.seen, LONGEST)) return kept;
  forget();
  return null;
};

const remember = (person) => {
  sessionStorage.setItem(PLACE, JSON.stringify({ began: Date.now(), ...person, seen: Date.now() }));
  localStorage.setItem(LAST, JSON.stringify({ id: person.id, fresh: person.fresh }));
};

// Who is signed in now, with the token of a form; null where nobody is. Throws where the service
// can't be reached.
export const ask = async (fresh) => {
  const answer = await fetch(fresh, { redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(20000) });
  if (answer.type === "opaqueredirect" || [401, 403].includes(answer.status)) return null;
  if (!answer.ok) throw new Error("no answer");
  return { ...await answer.json(), fresh };
};

// The person of this tab: as the page says whom the tab remembers, else as the service says.
export const whoIsHere = async ({ fresh, who }) => {
  const { sitting } = document.documentElement.dataset, kept = remembered();
  const isTheirs = (person) => person && person.fresh === fresh && (!who || who === person.id);
  const person = isTheirs(kept) ? { ...kept, sitting: sitting || kept.sitting } : await ask(fresh).catch(() => null);
  if (!isTheirs(person)) { forget(); return null; }
  const { id, name, key, began = Date.now() } = person;
  remember({ id, name, key, began, fresh, sitting: person.sitting });
  return person;
};

// The id of whoever was signed in last on this tablet and did not sign out.
export const lastHere = ({ fresh }) => {
  const last = JSON.parse(localStorage.getItem(LAST) || "null");
  return last?.fresh === fresh ? last.id : "";
};

// Whether the service says that the session is over; it may have been ended from elsewhere.
const isEnded = async (session) => {
  const answer = await fetch(session, { redirect: "manual", cache: "no-store", signal: AbortSignal.timeout(20000) });
  return answer.type === "opaqueredirect" || [401, 403].includes(answer.status);
};

// Calls `close` once nobody was active for too long, somebody signed out in another tab, or the
// service says, as the page is seen again or within the minute, that the session is over.
export const watch = (session, closeNow) => {
  const isSignedIn = Boolean(remembered());
  let last = Date.now();
  const close = () => { if (!("leaving" in document.documentElement.dataset)) closeNow(); };
  const look = () => { if (isIdle(last) || (isSignedIn && !remembered())) close(); };
  const active = () => {
    look();
    const kept = remembered();
    if (kept) remember(kept);
    last = Date.now();
  };
  const leave = () => { forget(); close(); };
  const ask = () => {
    if (!session || !isSignedIn || document.hidden || !navigator.onLine) return;
    isEnded(session).then((ended) => { if (ended) leave(); }, () => {}); // no line: it is asked again
  };
  for (const sign of ["input", "keydown", "pointerdown"]) addEventListener(sign, active, { passive: true });
  setInterval(look, 15000);
  setInterval(ask, ASKED);
  for (const seen of [look, ask]) document.addEventListener("visibilitychange", seen);
  addEventListener("online", ask);
  out.onmessage = leave;
};
