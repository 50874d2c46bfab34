// Visits on a tablet whose line comes and goes: kept as they are typed, closed to all but their
// inspector, sent each once. Without this file the same form is one page and is sent as any other.
import { countOf, draftsOf } from "./visits/drafts.js";
import { filling } from "./visits/filling.js";
import { keysOf, sealingOnly } from "./visits/keys.js";
import { CLOSED, remove, show, showLocked, showSending, WRITE } from "./visits/list.js";
import { nextVisits } from "./visits/plans.js";
import { makeReady } from "./visits/ready.js";
import { outboxOf } from "./visits/sending.js";
import { lastHere, watch, whoIsHere } from "./visits/session.js";

const page = document.querySelector("[data-visits]");
const form = document.querySelector("form[data-send]");
const { fresh, session, worker, kept, who } = page.dataset;
const needs = ["serviceWorker" in navigator, "locks" in navigator, "indexedDB" in window, "inert" in page];

const say = (words) => {
  const at = page.querySelector("[data-said]");
  at.hidden = !words;
  at.textContent = words;
};
const answer = (words) => { say(words); page.scrollIntoView(); };

// Gives whether this browser opens kept pages where there is no line.
const work = () => {
  const policy = window.trustedTypes ? trustedTypes.createPolicy("visits", { createScriptURL: (url) => url }) : { createScriptURL: (url) => url };
  navigator.storage?.persist?.();
  return navigator.serviceWorker.register(policy.createScriptURL(worker))
    .then(() => navigator.serviceWorker.ready).then(() => true, () => false);
};

// Nobody stays signed in on a page that is left alone: what it shows goes, what it holds is kept.
const closeWhenLeft = (settled) => {
  let isClosed = false;
  watch(session, async () => {
    if (isClosed) return;
    isClosed = true;
    document.querySelector("main").hidden = true;
    await settled();
    location.reload();
  });
};

// Nobody may read here now: nothing that was written is shown. A new visit may be written, to be
// looked at and sent by whoever was signed in last, when they sign in again.
const openLocked = async () => {
  const last = lastHere(page.dataset), isTheirs = last && (!who || who === last);
  const keys = form && isTheirs ? await sealingOnly(last) : null;
  const isClosed = form && !keys && !who; // a page that was shown to somebody sends its form as any other
  const draw = async () => showLocked(page, await countOf(() => true), 0, keys ? WRITE : isClosed ? CLOSED : "");
  await draw();
  if (!keys) {
    if (form) form.hidden = isClosed;
    if (form) form.inert = false;
    addEventListener("online", () => { if (!form || isClosed) location.reload(); });
    return;
  }
  const drafts = await draftsOf({ id: last }, keys);
  const { settled } = await filling(form, drafts, { fresh, isLocked: true, say, answer, changed: draw });
  closeWhenLeft(settled);
};

const tellBeforeSigningOut = (drafts) => {
  let isTold = false;
  document.addEventListener("submit", async (event) => {
    const out = event.target;
    if (isTold || !out.action.endsWith("/sign-out")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    isTold = true;
    const { visits } = await drafts.all().catch(() => ({ visits: [] }));
    if (!visits.length) { out.requestSubmit(); return; }
    answer(`Not sent yet: ${visits.length}. They stay on this tablet, locked, until you sign in again. Press Sign out once more to go.`);
  }, true);
};

const open = async (person) => {
  const drafts = await draftsOf(person, await keysOf(person));
  let writing;
  const draw = async () => show(page, await drafts.all(), writing?.key(), async (visit) => { await remove(drafts, visit, answer); await draw(); });
  const { flush } = outboxOf(drafts, fresh, {
    busy: (isBusy) => { page.ariaBusy = isBusy; },
    told: async (state) => { showSending(page, state, say); await draw(); },
  });
  for (const each of document.querySelectorAll("[data-name]")) each.textContent = person.name;
  for (const each of document.querySelectorAll("[data-unlocked]")) each.hidden = false;
  await showLocked(page, 0, await countOf((each) => each !== person.id), "");
  await nextVisits(person);
  if (form) writing = await filling(form, drafts, { fresh, isLocked: false, say, answer, changed: flush });
  closeWhenLeft(async () => writing?.settled());
  addEventListener("online", flush);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) flush(); });
  tellBeforeSigningOut(drafts);
  await draw();
  flush();
};

const start = async () => {
  const working = work();
  if (form) form.inert = true;
  let person = null;
  try {
    person = await whoIsHere(page.dataset);
    if (person) await open(person);
    else await openLocked();
  } catch { // this browser keeps nothing: the form is sent as any other
    if (form) form.inert = false;
  }
  await makeReady(kept, Boolean(person), working);
};
if (window.isSecureContext && needs.every(Boolean)) start();
