// What is not sent yet, in words: opened, changed and deleted by its inspector.
import { lockOf } from "./drafts.js";

const DAY = 24 * 60 * 60 * 1000;
const MARKS = { draft: ["Draft", "amber"], waiting: ["Waits to be sent", "blue"], refused: ["Put right", "red"] };

const element = (name, words = "", classes = "") => {
  const made = document.createElement(name);
  made.textContent = words;
  if (classes) made.className = classes;
  return made;
};

const about = (visit) => {
  const days = Math.floor((Date.now() - visit.at) / DAY), words = [];
  if (visit.said) words.push(visit.said);
  else if (visit.state === "draft" && !Object.keys(visit.errors).length) words.push("You have not sent it yet.");
  if (days >= 14) words.push(`It is ${days} days old: go online soon, or tell your coordinator.`);
  return words.join(" ");
};

const wrong = (visit) => {
  const all = element("ul");
  for (const [name, said] of Object.entries(visit.errors)) {
    const asked = visit.asked[name];
    all.append(element("li", asked ? `${asked} – ${said}` : said));
  }
  return all;
};

// All that was written, also where its form is not asked any more and does not open.
const written = (visit) => {
  const all = element("details"), list = element("dl");
  for (const [name, said] of Object.entries(visit.fields)) {
    if (said && visit.asked[name]) list.append(element("dt", visit.asked[name]), element("dd", said));
  }
  all.append(element("summary", "What you wrote"), list);
  return all;
};

const line = (visit, remove) => {
  const made = element("li", "", "kept-visit"), head = element("p"), row = element("p", "", "row");
  const place = visit.fields.place || "No place yet", [mark, colour] = MARKS[visit.state];
  head.append(element("strong", `${place}, ${visit.fields.visited_on || "no day yet"}`), " ", element("span", mark, `tag tag--${colour}`));
  const open = element("a", visit.state === "refused" ? "Open it and put it right" : "Open it", "btn btn--small");
  const bin = element("button", "Delete it", "btn btn--small btn--ghost");
  open.href = `${visit.page}#${visit.key}`;
  for (const each of [open, bin]) each.append(element("span", `: ${place}`, "vh"));
  bin.type = "button";
  bin.addEventListener("click", () => {
    if (confirm(`Delete what you wrote about ${place}? It was not sent, and can't be brought back.`)) remove(visit);
  });
  row.append(open, bin);
  made.append(head, element("p", [visit.title, about(visit)].filter(Boolean).join(". ")));
  if (Object.keys(visit.errors).length) made.append(wrong(visit));
  made.append(written(visit), row);
  return made;
};

export const show = (page, { visits, unreadable }, openKey, remove) => {
  const at = page.querySelector("[data-outbox]"), shown = visits.filter((each) => each.key !== openKey);
  const lines = shown.map((each) => line(each, remove));
  if (unreadable) lines.push(element("li", `${unreadable} more can't be opened here now. They are still kept. Tell your coordinator.`));
  at.hidden = !lines.length;
  at.querySelector("ul").replaceChildren(...lines);
};

// Deletes a visit, unless a form of another tab has it open.
export const remove = (drafts, visit, answer) => navigator.locks.request(lockOf(visit.key), { ifAvailable: true }, async (lock) => {
  if (lock) await drafts.remove(visit.key);
  else answer("This visit is open in another tab, or is being sent just now.");
});

// What was sent by itself just now, and why the rest waits.
export const showSending = (page, { sent, why, isEnded }, say) => {
  const at = page.querySelector("[data-why]");
  at.textContent = why;
  at.hidden = !why;
  page.querySelector("[data-sign-in]").hidden = !isEnded;
  if (sent.length) say(`Sent just now: ${sent.join(", ")}.`);
};

const many = (count, word) => `${count} ${word}${count === 1 ? "" : "s"}`;
export const WRITE = "Nobody is signed in, so nothing that was written is shown. If it was you who signed in last on this tablet, you can write a new visit: look at it and send it once you have signed in again.";
export const CLOSED = "To fill in a form, sign in where there is a line. Whoever was here last has signed out.";

// Where nobody has the key: how many there are, and nothing of what they say; then what may be done.
export const showLocked = (page, mine, others, more) => {
  const at = page.querySelector("[data-locked]"), words = [];
  if (mine) words.push(`${many(mine, "visit")} not sent yet. Nothing is lost: whoever wrote it opens it by signing in.`);
  if (others) words.push(`${many(others, "visit")} of another inspector, not sent yet. They open it by signing in.`);
  if (more) words.push(more);
  at.querySelector("[data-locked-words]").textContent = words.join(" ");
  at.querySelector("a").parentElement.hidden = !mine && !more;
  at.hidden = !words.length;
};
