// Sends what waits, each once. What the service refuses is kept for its inspector to mend; where it
// is away, all is tried again by itself, with growing pauses and for as long as it takes.
import { lockOf } from "./drafts.js";
import { ask } from "./session.js";

const SECOND = 1000, PAUSES = [15, 30, 60, 120, 300, 600].map((each) => each * SECOND);
const AGAIN = "Sign in again to send it.", OTHER = "Somebody else is signed in. Sign in again to send it.";
const AWAY = "We can't be reached just now. It is sent by itself once we can.";
const STILL = `${AWAY} Your words are safe here. If this goes on, tell your coordinator.`;
const TOO_LONG = "All in all it is too long for us. Make your longest answer shorter.";
const GONE = "This form is not asked any more, or not of you. Tell your coordinator: your words are still here.";
const DIFFERENT = "An earlier version of this visit has arrived: look under My visits. To send these words too, open this and send it: it becomes a visit of its own.";

const longest = (fields) => Object.entries(fields).sort(([, one], [, other]) => other.length - one.length)[0][0];

// What is wrong with a visit that the service has looked at and did not take.
const wrongWith = async (visit, answer) => {
  if (answer.status === 413) return { said: TOO_LONG, errors: { [longest(visit.fields)]: TOO_LONG } };
  if (answer.status === 409) return { said: DIFFERENT, errors: {}, isAnother: true };
  const { said = GONE, errors = {} } = await answer.json().catch(() => ({}));
  return { said, errors };
};

const isAway = ({ status }) => status >= 500 || [400, 408, 425, 429].includes(status); // 400: its token was of an earlier page
const pauseOf = (answer) => Math.min(Number(answer.headers.get("Retry-After")) || 0, 3600) * SECOND;

const post = (visit, token) => {
  const asked = Object.entries(visit.fields).filter(([name]) => !(visit.off || []).includes(name));
  const body = new URLSearchParams({ ...Object.fromEntries(asked), key: visit.key, csrf_token: token });
  return fetch(visit.to, { method: "POST", body, redirect: "manual", signal: AbortSignal.timeout(30 * SECOND) });
};

// Sends one visit that nobody else has open. Gives `at`, the address where it stands now; or the
// visit as `refused`; or why it waits: `ended`, in words, or `away`, with a pause that was asked for.
export const deliver = async (visit, drafts, fresh) => {
  let answer, at;
  try {
    const signedIn = await ask(fresh);
    if (!signedIn) return { ended: AGAIN };
    if (signedIn.id !== drafts.id) return { ended: OTHER };
    answer = await post(visit, signedIn.token);
    if (answer.ok) ({ at } = await answer.json());
  } catch {
    return { away: true, isCut: true, pause: 0 };
  }
  if (at) {
    await drafts.remove(visit.key);
    return { at };
  }
  if (answer.type === "opaqueredirect" || answer.status === 401) return { ended: AGAIN };
  if (isAway(answer)) return { away: true, pause: pauseOf(answer) };
  const refused = { ...visit, state: "refused", ...await wrongWith(visit, answer) };
  await drafts.put(refused);
  return { refused };
};

// All that waits and is open in no form, now and again. `busy` hears when it begins and ends, `told`
// what was sent and why anything still waits.
export const outboxOf = (drafts, fresh, { busy, told }) => {
  let running = Promise.resolve(), timer, failures = 0;

  const one = (key) => navigator.locks.request(lockOf(key), { ifAvailable: true }, async (lock) => {
    const visit = lock && await drafts.find(key);
    return visit?.state === "waiting" ? { ...await deliver(visit, drafts, fresh), visit } : {};
  });
  const round = async () => {
    const sent = [];
    let why = "", pause = 0, isAgain = false;
    for (const { key } of (await drafts.all()).visits.filter((each) => each.state === "waiting")) {
      const { at, visit, ended, away, isCut, pause: asked } = await one(key);
      if (at) sent.push(visit.fields.place);
      if (ended) { why = ended; break; }
      if (away) { isAgain = true; pause = Math.max(pause, asked); }
      if (isCut) break;
    }
    failures = isAgain ? failures + 1 : 0;
    if (isAgain) timer = setTimeout(flush, Math.max(pause, PAUSES[Math.min(failures, PAUSES.length) - 1]));
    await told({ sent, why: why || (isAgain ? failures < PAUSES.length ? AWAY : STILL : ""), isEnded: Boolean(why) });
  };
  const flush = () => {
    clearTimeout(timer);
    busy(true);
    const mine = running.catch(() => {}).then(round).finally(() => { if (running === mine) busy(false); });
    running = mine;
    return mine;
  };
  return { flush };
};
