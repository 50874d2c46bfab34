// Visits on a tablet whose line comes and goes: kept as they are typed, closed under the key of their
// inspector, sent each once. Without this file the same form is one page and is sent as any other.
import { countOf, draftsOf } from "./visits/drafts.js";
import { filling } from "./visits/filling.js";
import { show, showLocked } from "./visits/list.js";
import { makeReady } from "./visits/ready.js";
import { sendAll } from "./visits/sending.js";
import { remembered, watch, whoIsHere } from "./visits/session.js";

const page = document.querySelector("[data-visits]");
const form = document.querySelector("form[data-send]");
const { fresh, worker, kept, who } = page.dataset;
const isSecure = window.isSecureContext && "serviceWorker" in navigator && "indexedDB" in window;

const say = (words) => {
  const at = page.querySelector("[data-said]");
  at.hidden = !words;
  at.textContent = words;
};

const work = () => {
  const policy = window.trustedTypes ? trustedTypes.createPolicy("visits", { createScriptURL: (url) => url }) : { createScriptURL: (url) => url };
  navigator.serviceWorker.register(policy.createScriptURL(worker)).catch(() => {});
  navigator.storage?.persist?.();
};

// Nobody may read here now: nothing of a visit stays on the page.
const lock = async () => {
  if (form) form.hidden = true;
  await showLocked(page, await countOf(() => true), 0, Boolean(form));
};

const open = async (person) => {
  const drafts = await draftsOf(person);
  let writing, timer, sending = Promise.resolve();
  const draw = async () => show(page, await drafts.all(), writing?.key(), async (visit) => { await drafts.remove(visit.key); await draw(); });
  const flush = () => (sending = sending.then(async () => {
    clearTimeout(timer);
    delete page.dataset.done;
    const { sent, next } = await sendAll(drafts, fresh, (key) => key === writing?.key());
    if (sent.length) say(`Sent just now: ${sent.join(", ")}.`);
    if (next) timer = setTimeout(flush, next - Date.now() + 1000);
    await draw();
    page.dataset.done = "";
  }));
  for (const each of document.querySelectorAll("[data-name]")) each.textContent = person.name;
  await showLocked(page, 0, await countOf((each) => each !== person.id), false);
  if (form) writing = await filling(form, drafts, { fresh, say, changed: draw });
  let isClosed = false;
  watch(async () => {
    if (isClosed) return;
    isClosed = true;
    document.querySelector("main").hidden = true;
    await writing?.settled();
    location.reload();
  });
  addEventListener("online", flush);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) flush(); });
  tellBeforeSigningOut(drafts);
  window.earshotVisits = { flush };
  await flush();
};

const tellBeforeSigningOut = (drafts) => {
  let isTold = false;
  document.addEventListener("submit", async (event) => {
    const out = event.target;
    if (isTold || !out.action.endsWith("/sign-out")) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    isTold = true;
    const { visits } = await drafts.all();
    if (!visits.length) { out.requestSubmit(); return; }
    say(`Not sent yet: ${visits.length}. They stay on this tablet, locked, until you sign in again. Press Sign out once more to go.`);
    page.scrollIntoView();
  }, true);
};

if (isSecure) {
  work();
  if (form) form.inert = true;
  const person = await whoIsHere(fresh);
  if (person && (!who || who === person.id)) await open(person);
  else await lock();
  if (form) form.inert = false;
  await makeReady(kept, Boolean(person) && Boolean(remembered()));
}
