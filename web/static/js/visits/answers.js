// The answers in a form: read, filled in again, and what is wrong with them shown beside them.
const isPick = (field) => field.type === "radio" || field.type === "checkbox";
const ours = (form) => [...form.elements].filter((each) => each.name && !["key", "csrf_token"].includes(each.name));

// All that was typed, also into questions that are not asked now: `off` names those.
export const read = (form) => {
  const fields = {}, off = [];
  for (const each of ours(form)) {
    if (each.matches(":disabled") && !off.includes(each.name)) off.push(each.name);
    if (!isPick(each) || each.checked) fields[each.name] = each.value;
  }
  return { fields, off };
};

// Fills the form. Gives the words that have no place in it, as where it was changed since.
export const fill = (form, { number, ...fields }) => {
  for (const each of ours(form)) {
    if (each.name === "number") continue;
    if (isPick(each)) each.checked = fields[each.name] === each.value;
    else each.value = fields[each.name] || "";
  }
  form.dispatchEvent(new Event("change"));
  const now = read(form).fields;
  return Object.entries(fields).filter(([name, said]) => said && now[name] === undefined);
};

export const fieldsOf = (form, name) => [...form.elements].filter((each) => each.name === name);

// The tick that the service asks for where it doubts a visit, beside the form's last questions.
export const askWhetherSure = (form, isAsked) => {
  const template = form.querySelector("template[data-sure]"), [box] = fieldsOf(form, "sure");
  if (isAsked && !box) template.after(template.content.cloneNode(true));
  if (!isAsked) box?.closest(".field").remove();
};

export const asked = (form, steps) => {
  const words = {};
  for (const each of ours(form).filter((one) => one.type !== "hidden")) {
    const of = isPick(each) ? each.closest("fieldset")?.querySelector("legend") || each.closest("label") : form.querySelector(`label[for="${each.id}"]`);
    words[each.name] = `Question ${steps.numberOf(each)}, ${of ? of.textContent.trim() : each.name}`;
  }
  return words;
};

export const missing = (form) => {
  const errors = {};
  for (const [name, said] of Object.entries(JSON.parse(form.dataset.needed))) {
    const fields = fieldsOf(form, name).filter((each) => !each.matches(":disabled"));
    const isGiven = fields.some((each) => isPick(each) ? each.checked : each.value.trim());
    if (fields.length && !isGiven) errors[name] = said;
  }
  return errors;
};

const note = (name, said) => {
  const made = Object.assign(document.createElement("p"), { className: "wrong", id: `e-${name}` });
  made.append(Object.assign(document.createElement("span"), { className: "vh", textContent: "Error: " }), said);
  return made;
};

const mark = (form, name, said) => {
  const [first] = fieldsOf(form, name), around = first?.closest(".field");
  if (!around) return;
  const group = first.closest("fieldset"), target = group || first;
  around.classList.add("field--wrong");
  if (group) group.querySelector("legend").after(note(name, said));
  else first.before(note(name, said));
  target.dataset.described = target.getAttribute("aria-describedby") || "";
  target.setAttribute("aria-describedby", `${target.dataset.described} e-${name}`.trim());
};

export const clear = (form) => {
  form.parentElement.querySelector(".problem")?.remove();
  for (const each of form.querySelectorAll(".field--wrong")) each.classList.remove("field--wrong");
  for (const each of form.querySelectorAll(".wrong")) each.remove();
  for (const each of form.querySelectorAll("[data-described]")) {
    if (each.dataset.described) each.setAttribute("aria-describedby", each.dataset.described);
    else each.removeAttribute("aria-describedby");
    delete each.dataset.described;
  }
};

// Says what is wrong above the form and beside each answer; a link leads to the answer.
export const showWrong = (form, errors, words, lead) => {
  clear(form);
  const box = Object.assign(document.createElement("div"), { className: "problem", tabIndex: -1 });
  const list = document.createElement("ul");
  box.setAttribute("role", "alert");
  box.append(Object.assign(document.createElement("h2"), { textContent: "There is a problem" }), list);
  for (const [name, said] of Object.entries(errors)) {
    const item = document.createElement("li"), [field] = fieldsOf(form, name);
    const line = words[name] ? `${words[name]} – ${said}` : said;
    if (field) {
      const link = Object.assign(document.createElement("a"), { href: `#f-${name}`, textContent: line });
      link.addEventListener("click", (event) => { event.preventDefault(); lead(field); });
      item.append(link);
    } else item.textContent = line;
    list.append(item);
    mark(form, name, said);
  }
  form.before(box);
  box.focus();
};

export const today = () => {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
};
