// Back, forward and reload on staff pages ask for a page and never send a form again: a page that
// answered a form is kept in the tab's history under an address that can be asked for. What was
// typed stays with that entry of the history, in this tab only, and returns into the same form for
// whoever typed it: after signing out, no other person's page reads it.
// Without this file the browser shows its own words there, such as "Confirm form resubmission".
(() => {
  const LONGEST = 200000;
  const { asked, sitting } = document.documentElement.dataset;
  const forms = [...document.forms].filter((form) => form.method === "post" && form.elements.key);
  const fields = (form) => [...form.elements].filter((each) => each.name && each.name !== "csrf_token"
    && !["file", "password", "submit"].includes(each.type));
  const place = (form) => form.getAttribute("action") || "";
  const isBox = (field) => ["checkbox", "radio"].includes(field.type);
  const typed = (form) => fields(form).filter((each) => !isBox(each) || each.checked).map((each) => [each.name, each.value]);
  const keep = (address, kept) => {
    const fits = JSON.stringify(kept).length <= LONGEST;
    history.replaceState(fits ? { sitting, typed: kept } : null, "", address);
  };
  const fill = (form, values) => {
    for (const field of fields(form)) {
      const own = values.filter(([name]) => name === field.name).map(([, value]) => value);
      if (isBox(field)) field.checked = own.includes(field.value);
      else if (own.length) field.value = own[0];
    }
  };
  for (const form of forms.filter((each) => !place(each))) {
    form.addEventListener("submit", () => {
      const address = new URL(location.href);
      address.searchParams.set("key", form.elements.key.value);
      keep(address.href, { "": typed(form) });
    });
  }
  const kept = history.state?.sitting === sitting ? history.state.typed : null;
  const here = asked && new URL(asked, location.href);
  if (here) here.hash = location.hash;
  if (here) keep(here.href, Object.fromEntries(forms.map((form) => [place(form), typed(form)])));
  else for (const form of forms) if (kept?.[place(form)]) fill(form, kept[place(form)]);
})();
