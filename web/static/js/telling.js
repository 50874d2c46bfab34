// A tap on a picture leads on, and a page that is loaded anew keeps its answers. They stay in the
// state of this one entry of the tab's history: nothing is stored on the device, and whoever sends
// them, goes elsewhere or comes back from there finds nothing. Every page works without this file.
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
