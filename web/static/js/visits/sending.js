// Sends what waits, each once. What the service refuses is kept for its inspector to mend; what it
// can't take now is tried again with growing pauses, and not for ever.
import { ask } from "./session.js";

const MINUTE = 60 * 1000, MOST = 5, GATE = "visits-sending";
const TOO_LONG = "All in all it is too long for us. Make your longest answer shorter.";
const GONE = "This form is not asked any more, or not of you. Tell your coordinator: your words are still here.";
const STUCK = "We could not take it, five times. Your words are safe here. Open it and send it again, or tell your coordinator.";
const DIFFERENT = "An earlier version of this visit has arrived: look under My visits. To send these words too, open this and send it: it becomes a visit of its own.";

const longest = (fields) => Object.entries(fields).sort(([, one], [, other]) => other.length - one.length)[0][0];
const refused = (said, errors = {}, more = {}) => ({ state: "refused", said, errors, tries: 0, ...more });

const later = (visit, answer) => {
  const tries = (visit.tries || 0) + 1, asked = Number(answer.headers.get("Retry-After")) * 1000;
  if (tries >= MOST) return refused(STUCK);
  const next = Date.now() + Math.max(asked || 0, MINUTE * 2 ** (tries - 1));
  const at = new Date(next).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return { tries, next, said: `We can't take it just now. It is tried again at ${at}.` };
};

const outcome = async (visit, answer) => {
  if (answer.type === "opaqueredirect" || answer.status === 401) return { said: "Sign in again to send it." };
  if (answer.status === 429 || answer.status >= 500) return later(visit, answer);
  if (answer.status === 413) return refused(TOO_LONG, { [longest(visit.fields)]: TOO_LONG });
  const { said = GONE, errors = {} } = await answer.json().catch(() => ({}));
  if (answer.status === 409) return refused(DIFFERENT, {}, { isAnother: true });
  return refused(said, errors);
};

// The address where it stands now; else nothing, and the visit is kept with what was said. Throws
// where there is no line: it waits.
export const send = (visit, drafts, fresh) => navigator.locks.request(GATE, async () => {
  if (!await drafts.find(visit.key)) return ""; // another tab has sent it
  const signedIn = await ask(fresh);
  const keep = async (change) => { await drafts.put(Object.assign(visit, change)); };
  if (!signedIn) return keep({ said: "Sign in again to send it." });
  if (signedIn.id !== drafts.person.id) return keep({ said: "Somebody else is signed in. Sign in again to send it." });
  const asked = Object.entries(visit.fields).filter(([name]) => !(visit.off || []).includes(name));
  const body = new URLSearchParams({ ...Object.fromEntries(asked), key: visit.key, csrf_token: signedIn.token });
  const answer = await fetch(visit.to, { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(30000) });
  if (answer.status !== 200 && answer.status !== 201) return keep(await outcome(visit, answer));
  const { at } = await answer.json();
  await drafts.remove(visit.key);
  return at;
});

// Sends all that waits and is not open in this tab. Gives what was sent, and when to try again or 0.
export const sendAll = async (drafts, fresh, isOpen) => {
  const sent = [], due = (visit) => visit.state === "waiting" && !isOpen(visit.key);
  for (const visit of (await drafts.all()).visits.filter(due)) {
    if (visit.next > Date.now()) continue;
    try { if (await send(visit, drafts, fresh)) sent.push(visit.fields.place); } catch { break; }
  }
  const times = (await drafts.all()).visits.filter(due).map((visit) => visit.next || 0).filter((at) => at > Date.now());
  return { sent, next: times.length ? Math.min(...times) : 0 };
};
