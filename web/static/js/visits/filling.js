// A form that is filled in: kept as it is typed, and sent once nothing is missing.
import { asked, clear, fill, missing, read, showWrong } from "./answers.js";
import { newKey } from "./drafts.js";
import { send } from "./sending.js";
import { inSteps } from "./steps.js";

const PAUSE = 150;
const KEPT = "Kept on this tablet. It is sent once there is a line.";

export const filling = async (form, drafts, { fresh, say, changed }) => {
  const steps = inSteps(form);
  let visit, saving = Promise.resolve(), wait, isUnsaved = false, isSending = false;

  const blank = () => {
    form.reset();
    clear(form);
    visit = { key: newKey(), at: Date.now(), to: form.dataset.send, page: location.pathname, title: form.dataset.title, state: "draft", said: "", errors: {}, fields: {} };
    const day = form.elements.namedItem("visited_on"), now = new Date();
    if (!day.value) day.value = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    history.replaceState(history.state, "", location.pathname);
    form.dispatchEvent(new Event("change"));
    steps.first();
  };
  const lead = (field) => { steps.showing(field); field.focus(); };
  const show = (errors) => {
    showWrong(form, errors, asked(form, steps), lead);
    const [first] = Object.keys(errors).map((name) => form.elements.namedItem(name)).filter(Boolean);
    if (first) steps.showing(first.length && !first.type ? first[0] : first);
  };
  const save = (change) => {
    clearTimeout(wait);
    isUnsaved = false;
    const now = read(form);
    Object.assign(visit, change, { fields: { ...visit.fields, ...now.fields }, off: now.off, asked: asked(form, steps) });
    const copy = structuredClone(visit);
    history.replaceState(history.state, "", `#${visit.key}`);
    return (saving = saving.catch(() => {}).then(() => drafts.put(copy)));
  };
  const failed = () => say("This tablet can't keep what you type: it may be full. Stay on this page, and send it where there is a line.");
  const typed = () => save({ state: "draft", said: "" }).catch(failed);

  const restore = async (key) => {
    const found = await drafts.find(key);
    if (!found) { blank(); say("This visit is not kept here any more: it was sent or deleted. Look under My visits."); return; }
    visit = found;
    const lost = fill(form, visit.fields);
    steps.first();
    if (lost.length) say(`The form was changed since you began. You had also written: ${lost.map(([name, said]) => `${visit.asked[name] || name}: ${said}`).join("; ")}.`);
    if (Object.keys(visit.errors).length) show(visit.errors);
    else if (visit.state === "refused") say(visit.said);
  };

  const finish = async () => {
    const errors = missing(form);
    say("");
    clear(form);
    if (visit.isAnother) { // the first one has arrived: these words are a visit of their own
      await drafts.remove(visit.key);
      Object.assign(visit, { key: newKey(), isAnother: false });
    }
    if (Object.keys(errors).length) {
      await save({ state: "draft", said: "", errors });
      say("Kept on this tablet as a draft. It is not sent: something is missing.");
      show(errors);
      return;
    }
    await save({ state: "waiting", said: "", errors, tries: 0, next: 0 });
    let at;
    try { at = await send(visit, drafts, fresh); } catch { /* no line */ }
    if (at) { location.assign(at); return; }
    if (visit.state === "refused") {
      say(`${visit.said} It is kept on this tablet.`);
      if (Object.keys(visit.errors).length) show(visit.errors);
    } else {
      say(visit.said ? `${visit.said} It is kept on this tablet.` : KEPT);
      if (!visit.said) blank();
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(wait);
    isUnsaved = true;
    wait = setTimeout(typed, PAUSE);
  });
  const settled = async () => { if (isUnsaved) typed(); await saving.catch(() => {}); };
  addEventListener("pagehide", settled);
  document.addEventListener("visibilitychange", settled);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!steps.isLast()) { steps.forward(); return; }
    if (isSending) return;
    isSending = true;
    try { await finish(); } catch { failed(); } finally { isSending = false; await changed(); }
  });
  addEventListener("hashchange", async () => {
    const key = location.hash.slice(1);
    if (key && key !== visit.key) { await settled(); await restore(key); await changed(); }
  });
  if (location.hash) await restore(location.hash.slice(1));
  else blank();
  return { key: () => visit.key, settled };
};
