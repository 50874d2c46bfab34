// A form that is filled in: kept as it is typed, and sent once nothing is missing. Whoever has a
// visit open holds its lock: no other tab writes or sends it meanwhile.
import { asked, askWhetherSure, clear, fieldsOf, fill, missing, read, showWrong, today } from "./answers.js";
import { keyIn, lockOf, newKey } from "./drafts.js";
import { deliver } from "./sending.js";
import { inSteps } from "./steps.js";

const PAUSE = 150;
const TYPED = "What you typed is kept on this tablet.";
const KEPT = "Kept on this tablet. It is sent once there is a line.";
const DRAFT = "Kept on this tablet as a draft. It is not sent: something is missing.";
const LOCKED = "Kept on this tablet, locked. Sign in where there is a line, look at it and send it.";
const WHOSE = "Written while nobody was signed in. If it was you, look at it and send it. If not, tell your coordinator.";
const FULL = "This tablet can't keep what you type: it may be full. Stay on this page, and send it where there is a line.";
const NOT_HERE = "This visit is not kept here any more: it was sent or deleted. Look under My visits.";
const ELSEWHERE = "This visit is open in another tab. It opens here once that is closed.";

// Gives what lets go of it, once it is held.
const hold = (key, waits) => new Promise((held) => {
  const keep = () => new Promise((release) => held(release));
  navigator.locks.request(lockOf(key), { ifAvailable: true }, (lock) => {
    if (lock) return keep();
    waits();
    navigator.locks.request(lockOf(key), keep);
    return null;
  });
});

export const filling = async (form, drafts, { fresh, isLocked, say, answer, changed }) => {
  const steps = inSteps(form), { visited_on: dayOf, place, plan } = form.elements, isKept = form.querySelector("[data-kept]");
  let planned = new URLSearchParams(location.search).get("plan") || ""; // the next form has no plan
  let visit, letGo = () => {}, saving = Promise.resolve(), timer = 0, isSending = false, seenElsewhere;
  const isElsewhere = new Promise((done) => { seenElsewhere = done; });

  const take = async (key) => {
    letGo();
    letGo = await hold(key, () => { answer(ELSEWHERE); seenElsewhere(); });
  };
  const blank = async () => {
    form.reset();
    isKept.textContent = "";
    clear(form);
    askWhetherSure(form, false);
    visit = { key: newKey(), at: Date.now(), to: form.dataset.send, page: location.pathname, title: form.dataset.title, state: "draft", said: "", errors: {}, fields: {} };
    if (!dayOf.value) dayOf.value = today();
    if (plan.value && !planned) place.value = "";
    plan.value = planned;
    history.replaceState(history.state, "", location.pathname + (planned && location.search));
    planned = "";
    form.dispatchEvent(new Event("change"));
    steps.first();
    await take(visit.key);
    form.inert = false;
  };
  const lead = (field) => { steps.showing(field); field.focus(); };
  const show = (errors) => {
    if (errors.sure) askWhetherSure(form, true);
    showWrong(form, errors, asked(form, steps), lead);
    const [first] = Object.keys(errors).map((name) => form.querySelector(`[name="${name}"]:enabled`)).filter(Boolean);
    if (first) steps.showing(first);
  };
  const save = (change) => {
    clearTimeout(timer);
    timer = 0;
    const now = read(form), placeless = Object.entries(visit.fields).filter(([name]) => !fieldsOf(form, name).length);
    Object.assign(visit, change, { fields: { ...Object.fromEntries(placeless), ...now.fields }, off: now.off, asked: { ...visit.asked, ...asked(form, steps) } });
    const copy = structuredClone(visit);
    history.replaceState(history.state, "", `#${visit.key}`);
    return (saving = saving.catch(() => {}).then(() => drafts.put(copy)).then(() => { isKept.textContent = timer ? "" : TYPED; }));
  };
  const typed = () => save({ state: "draft", said: "" }).catch(() => say(FULL));
  const settled = async () => {
    if (timer) typed();
    await saving.catch(() => {});
  };

  const restore = async (key) => {
    form.inert = true;
    await take(key);
    const found = await drafts.find(key);
    say("");
    if (!found) { await blank(); answer(NOT_HERE); return; }
    visit = found;
    askWhetherSure(form, visit.fields.sure || visit.errors.sure);
    const lost = fill(form, visit.fields);
    form.inert = false;
    steps.first();
    if (lost.length) answer(`The form was changed since you began. You had also written: ${lost.map(([name, said]) => `${visit.asked[name] || name}: ${said}`).join("; ")}.`);
    else if (visit.said) answer(visit.said);
    if (Object.keys(visit.errors).length) show(visit.errors);
  };

  // The first version has arrived: these words become a visit of their own, which is kept first.
  const asAnother = async () => {
    const { key } = visit;
    Object.assign(visit, { key: newKey(), isAnother: false });
    await save({});
    await take(visit.key);
    await drafts.remove(key);
  };
  const finish = async () => {
    const errors = missing(form);
    clear(form);
    if (Object.keys(errors).length) {
      await save({ state: "draft", said: "", errors });
      return { errors, said: DRAFT };
    }
    if (isLocked) {
      await save({ state: "draft", said: WHOSE, errors });
      return { said: LOCKED, isDone: true };
    }
    if (visit.isAnother) await asAnother();
    const isSafe = await save({ state: "waiting", said: "", errors }).then(() => true, () => false);
    const { at, refused, ended } = await deliver(visit, drafts, fresh);
    if (at) return { at };
    if (refused) visit = refused;
    if (refused) return { errors: refused.errors, said: `${refused.said} It is kept on this tablet.` };
    return isSafe ? { said: ended ? `${ended} It is kept on this tablet.` : KEPT, isDone: true } : { said: FULL };
  };
  const send = async () => {
    say("");
    form.inert = true;
    form.ariaBusy = "true";
    const { at, errors = {}, said, isDone } = await finish().catch(() => ({ said: FULL }));
    if (at) { location.assign(at); return; }
    form.inert = false;
    if (isDone) await blank();
    answer(said);
    if (Object.keys(errors).length) show(errors);
    form.ariaBusy = "false";
    await changed();
  };

  form.addEventListener("input", () => {
    isKept.textContent = "";
    timer ||= setTimeout(typed, PAUSE);
  });
  addEventListener("pagehide", settled);
  document.addEventListener("visibilitychange", settled);
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!steps.isLast()) { steps.forward(); return; }
    if (isSending) return;
    isSending = true;
    await send().finally(() => { isSending = false; });
  });
  addEventListener("hashchange", async () => {
    if (!keyIn(location.hash)) return; // it leads to a part of this page
    await settled();
    location.reload();
  });
  const key = isLocked ? "" : keyIn(location.hash);
  await Promise.race([key ? restore(key) : blank(), isElsewhere]);
  return { key: () => visit?.key, settled };
};
