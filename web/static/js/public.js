// Leave fast, letters left, fresh pages and the questions. Every page works without this file.
(() => {
  // Whoever goes back and loads a page anew does not send again what was sent from it. Where it
  // says so, it asks again what has become of it: nothing is lost if it did not come through.
  let sent;
  addEventListener("submit", ({ target }) => {
    if (!target.dataset.gone || !navigator.onLine) return;
    history.replaceState(null, "", target.dataset.gone);
    sent = target;
  });
  const exit = document.querySelector("[data-exit]");
  if (exit) {
    // Straight elsewhere: our own way out asks the browser to clear its cache, and a full one takes
    // seconds. That is asked for beside it, and nobody waits.
    const go = () => {
      document.documentElement.hidden = true;
      document.title = "";
      location.replace(exit.dataset.away);
      fetch(new URL("leave.svg", exit.href), { keepalive: true }).catch(() => {});
    };
    let escapes = 0;
    exit.addEventListener("click", (event) => { event.preventDefault(); go(); });
    addEventListener("keyup", (event) => {
      escapes = event.key === "Escape" ? escapes + 1 : 0;
      if (escapes === 3) go();
    });
    // Back from one of our own pages keeps what was typed; back from anywhere else starts anew.
    addEventListener("pageshow", (event) => {
      const nav = window.navigation;
      const ours = nav && nav.currentEntry && nav.currentEntry.index < nav.entries().length - 1;
      if (event.persisted && !ours) {
        document.documentElement.hidden = true;
        location.replace(exit.dataset.exit);
      } else if (event.persisted && sent?.dataset.again) {
        document.documentElement.hidden = true;
        sent.action = sent.dataset.again;
        sent.submit();
      }
    });
  }
  for (const box of document.querySelectorAll("textarea[data-limit]")) {
    const note = box.parentElement.querySelector("[data-left]");
    const limit = Number(box.dataset.limit);
    let wait;
    const seen = window.Intl?.Segmenter ? (text) => new Intl.Segmenter().segment(text) : (text) => text;
    const count = () => {
      const left = limit - [...seen(box.value)].length;
      const { left: some, over } = note.dataset;
      note.textContent = (left < 0 ? over : some).replace("{}", Math.abs(left).toLocaleString(document.documentElement.lang));
    };
    box.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(count, 600); });
  }
  const problem = document.querySelector(".problem");
  if (problem) problem.focus();
})();
// A tap on a picture leads on, and a page that is loaded anew keeps its answers. They stay in the
// state of this one entry of the tab's history: nothing is stored on the device, and whoever sends
// them, goes elsewhere or comes back from there finds nothing.
(() => {
  const form = document.querySelector("[data-telling]");
  if (!form) return;
  let saving, going;
  const told = () => [...form.querySelectorAll("textarea, input[type=radio]:checked")].map(({ name, value }) => [name, value]);
  const save = () => history.replaceState({ told: told() }, "");
  const forget = () => {
    clearTimeout(saving);
    history.replaceState(null, "");
  };
  const restore = ([name, value]) => {
    for (const field of form.elements.namedItem(name) instanceof RadioNodeList ? form.elements[name] : [form.elements[name]]) {
      if (field.type === "radio") field.checked = field.value === value;
      else field.value = value;
    }
  };
  if (performance.getEntriesByType("navigation")[0]?.type === "reload") (history.state?.told ?? []).forEach(restore);
  else forget();
  form.addEventListener("input", () => {
    clearTimeout(saving);
    saving = setTimeout(save, 400);
  });
  addEventListener("hashchange", save);
  addEventListener("pageshow", ({ persisted }) => { if (persisted) save(); });
  addEventListener("submit", forget);
  addEventListener("click", ({ target }) => {
    if (target.closest("a")?.protocol.startsWith("http")) forget();
  }, true);
  // Arrow keys only choose: the click that they make has no pointer behind it.
  form.addEventListener("click", ({ target, detail }) => {
    const next = target.closest(".question")?.querySelector("[data-next]");
    if (!detail || !next || !target.matches(".pick input")) return;
    clearTimeout(going);
    going = setTimeout(() => next.click(), 200);
  });
  form.addEventListener("keydown", (event) => {
    const next = event.target.closest(".question")?.querySelector("[data-next]");
    if (event.key !== "Enter" || !next || !event.target.matches("input")) return;
    event.preventDefault();
    next.click();
  });
})();
