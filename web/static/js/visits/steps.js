// One group of questions at a time, with how far one is. Without this file the form is one page.
const make = (words, classes) => Object.assign(document.createElement("button"), { className: classes, textContent: words });

export const inSteps = (form) => {
  const pages = [...form.querySelectorAll("[data-page]")], row = form.querySelector("[data-steps]");
  const last = row.querySelector("button"), next = make("Next", "btn"), before = make("Back", "btn btn--ghost");
  const progress = Object.assign(document.createElement("p"), { className: "progress", tabIndex: -1 });
  let current = pages[0];
  before.type = "button";
  row.prepend(next);
  row.append(before);
  form.prepend(progress);
  form.classList.add("in-steps");

  const steps = () => pages.filter((page) => !page.hidden);
  const draw = () => {
    const all = steps(), at = Math.max(0, all.indexOf(current));
    current = all[at];
    for (const page of pages) page.classList.toggle("is-shown", page === current);
    progress.textContent = `Question ${at + 1} of ${all.length}`;
    before.hidden = at === 0;
    next.hidden = at === all.length - 1;
    last.hidden = !next.hidden;
  };
  const go = (page) => { current = page; draw(); progress.focus(); progress.scrollIntoView({ block: "start" }); };
  const move = (by) => { const all = steps(), to = all[all.indexOf(current) + by]; if (to) go(to); };
  before.addEventListener("click", () => move(-1));
  form.addEventListener("change", () => setTimeout(draw)); // once it is known which questions wait
  addEventListener("pageshow", () => setTimeout(draw));
  draw();
  return {
    isLast: () => steps().at(-1) === current,
    forward: () => move(1),
    first: () => { current = pages[0]; draw(); },
    showing: (field) => { current = field.closest("[data-page]") || pages[0]; draw(); },
    numberOf: (field) => steps().indexOf(field.closest("[data-page]")) + 1,
  };
};
