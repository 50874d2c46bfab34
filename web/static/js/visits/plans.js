// An inspector's next visits, kept for where there is no line. They are closed under the key that the
// service gives to whoever is signed in: nobody else reads them, and nobody else can write a place to go.
import { AES, newIv } from "./keys.js";
import { storeOf } from "./stored.js";

const text = new TextEncoder(), plans = storeOf("earshot-plans", "plans", "who");
const LINK = /^\/[^/]+\/visits\/new\/[0-9a-f-]{36}\?plan=[0-9a-f-]{36}$/;
const settings = ({ who, iv }) => ({ ...AES, iv, additionalData: text.encode(`${who} plans`) });
const secretOf = ({ key }) => crypto.subtle.importKey("raw", Uint8Array.from(atob(key), (each) => each.charCodeAt(0)), AES, false, ["encrypt", "decrypt"]);
const words = (each) => each.textContent.replace(/\s+/g, " ").trim();

const keep = async (box, person) => {
  const shown = [...box.querySelectorAll("li")].map((each) => ({
    service: words(each.querySelector("h3")),
    lines: [...each.querySelectorAll("[data-line]")].map(words),
    at: each.querySelector("a")?.getAttribute("href"),
  }));
  const record = { who: person.id, iv: newIv() };
  record.closed = await crypto.subtle.encrypt(settings(record), await secretOf(person), text.encode(JSON.stringify(shown)));
  await plans.put(record);
};

const kept = async (person) => {
  const record = await plans.get(person.id);
  if (!record) return [];
  const opened = await crypto.subtle.decrypt(settings(record), await secretOf(person), record.closed);
  return JSON.parse(new TextDecoder().decode(opened));
};

const element = (name, said, classes = "") => Object.assign(document.createElement(name), { textContent: said, className: classes });
const drawn = ({ service, lines, at }) => {
  const made = document.createElement("li");
  made.append(element("h3", service), ...lines.map((each) => element("p", each)));
  if (!LINK.test(at)) return made;
  const link = Object.assign(element("a", "Open the form", "btn"), { href: at }), line = document.createElement("p");
  link.append(element("span", ` of your visit to ${service}`, "vh"));
  line.append(link);
  made.append(line);
  return made;
};

// On the page that the service shows: keeps them. On the page that is kept: shows what was kept.
export const nextVisits = async (person) => {
  const box = document.querySelector("[data-next]");
  if (box?.dataset.next === "shown") await keep(box, person);
  if (box?.dataset.next !== "kept") return;
  const found = await kept(person).catch(() => []); // closed under another secret of the service
  box.querySelector("ul").replaceChildren(...found.map(drawn));
  box.hidden = !found.length;
};
