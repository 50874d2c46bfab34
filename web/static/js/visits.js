// Visits filled in where there is no line: kept on the tablet first, sent when there is one.
// Without this file the same form is sent as any other.
(() => {
  const page = document.querySelector("[data-visits]");
  if (!page || !("indexedDB" in window)) return;
  const { who, name, fresh, worker } = page.dataset;
  const DAY = 24 * 60 * 60 * 1000;
  const say = (words) => { const at = document.querySelector("[data-said]"); at.hidden = !words; at.textContent = words; };
  const newKey = () => crypto.randomUUID().replaceAll("-", "");

  const opened = new Promise((done, fail) => {
    const asked = indexedDB.open("earshot-visits", 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore("outbox", { keyPath: "key" });
    asked.onsuccess = () => done(asked.result);
    asked.onerror = () => fail(asked.error);
  });
  const box = async (mode, work) => {
    const kept = (await opened).transaction("outbox", mode);
    const asked = work(kept.objectStore("outbox"));
    return new Promise((done, fail) => {
      kept.oncomplete = () => done(asked.result);
      kept.onerror = kept.onabort = () => fail(kept.error);
    });
  };
  const put = (visit) => box("readwrite", (all) => all.put(visit));
  const waiting = async () => (await box("readonly", (all) => all.getAll())).filter((each) => each.who === who);

  // Answers where it stands now, or nothing where it still waits. What a form that is open here
  // lacks is shown in that form, by sending it as any other.
  const send = async (visit, open) => {
    const given = await fetch(fresh, { redirect: "manual", cache: "no-store" });
    if (!given.ok) return keep(visit, "Sign in again to send it.");
    const { token, id } = await given.json();
    if (id !== who) return keep(visit, "Somebody else is signed in. Sign in again to send it.");
    const fields = new URLSearchParams({ ...visit.fields, key: visit.key, csrf_token: token });
    const sent = await fetch(visit.to, { method: "POST", body: fields, redirect: "manual" });
    if (sent.status === 200 || sent.status === 201) {
      await box("readwrite", (all) => all.delete(visit.key));
      return (await sent.json()).at;
    }
    if (sent.status === 422 && open) {
      open.elements.namedItem("csrf_token").value = token; // a kept page has an old one
      open.submit(); // it leaves the outbox once the form shows what it lacks
      return "";
    }
    if (sent.status === 409 || sent.status === 422) return keep(visit, (await sent.json()).said);
    return keep(visit, sent.status < 500 ? "Sign in again to send it." : "");
  };
  const keep = async (visit, said) => { await put({ ...visit, said }); };

  const form = document.querySelector("form[data-send]"), isBack = form && form.querySelector(".field--wrong");
  let sending = isBack ? box("readwrite", (all) => all.delete(form.elements.namedItem("key").value)) : Promise.resolve();
  const flush = () => (sending = sending.then(async () => {
    for (const visit of await waiting()) {
      try { await send(visit); } catch { break; } // no line: all of them wait
    }
    await show();
  }));

  const show = async () => {
    const all = await waiting(), at = document.querySelector("[data-outbox]");
    at.hidden = all.length === 0;
    at.querySelector("ul").replaceChildren(...all.map((visit) => {
      const line = document.createElement("li"), days = Math.floor((Date.now() - visit.at) / DAY);
      const late = days >= 14 ? ` It has waited for ${days} days: go online soon, or tell your coordinator.` : "";
      line.textContent = `${visit.fields.place || "A visit"}, ${visit.fields.visited_on || "no day yet"}. ${visit.said || `Waits to be sent, by ${name}.`}${late}`;
      return line;
    }));
  };

  // Somebody else than last time: what was kept of theirs is not shown again where there is no line.
  const forget = () => caches.keys().then((all) => all.forEach((each) => caches.delete(each)));
  if (localStorage.getItem("visits-who") !== who) forget();
  localStorage.setItem("visits-who", who);

  if (form) {
    const key = form.elements.namedItem("key");
    if (!isBack) key.value = newKey(); // a kept page would bring an old one
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const fields = Object.fromEntries(new FormData(form));
      delete fields.csrf_token;
      const visit = { key: key.value, who, to: form.dataset.send, fields, at: Date.now(), said: "" };
      try { await put(visit); } catch { form.submit(); return; }
      let at;
      try { at = await send(visit, form); } catch { /* no line */ }
      if (at) { location.assign(at); return; }
      if (at === "") return;
      const kept = (await waiting()).find((each) => each.key === visit.key);
      say(kept && kept.said ? `${kept.said} It is kept on this tablet.` : "Kept on this tablet. It is sent once there is a line.");
      if (!(kept && kept.said)) { form.reset(); key.value = newKey(); }
      await show();
    });
  }

  addEventListener("online", flush);
  document.addEventListener("visibilitychange", () => { if (!document.hidden) flush(); });
  document.addEventListener("submit", (event) => {
    if (event.target.action.endsWith("/sign-out")) forget();
  });
  if ("serviceWorker" in navigator) {
    const policy = window.trustedTypes ? trustedTypes.createPolicy("visits", { createScriptURL: (url) => url }) : { createScriptURL: (url) => url };
    navigator.serviceWorker.register(policy.createScriptURL(worker)).catch(() => {});
    if (navigator.storage && navigator.storage.persist) navigator.storage.persist();
  }
  window.earshotVisits = { flush };
  flush();
})();
