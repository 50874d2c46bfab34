// Leave fast, letters left and fresh pages. Every page works without this file.
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
    const go = () => {
      document.documentElement.hidden = true;
      document.title = "";
      location.replace(exit.href);
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
    const count = () => {
      const left = limit - box.value.length;
      const { left: some, over } = note.dataset;
      note.textContent = (left < 0 ? over : some).replace("{}", Math.abs(left).toLocaleString(document.documentElement.lang));
    };
    box.addEventListener("input", () => { clearTimeout(wait); wait = setTimeout(count, 600); });
  }
  for (const file of document.querySelectorAll("[data-most]")) {
    file.addEventListener("change", () => {
      const big = file.files[0]?.size > file.dataset.most;
      if (big) file.value = "";
      file.setCustomValidity(big ? file.dataset.big : "");
      if (big) file.reportValidity();
    });
  }
  const problem = document.querySelector(".problem");
  if (problem) problem.focus();
})();
