// Whoever signs out, locks a tablet, or is asked to sign in, leaves no key to what they kept on it.
// Where there was no line to sign out by, the next page of the same sign-in ends it.
(() => {
  const PLACE = "visits-session", ENDED = "signed-out";
  const { sitting } = document.documentElement.dataset;
  const out = document.querySelector('form[action$="/sign-out"]');
  const dropKey = () => {
    document.documentElement.dataset.leaving = ""; // this page goes on by itself, others close
    sessionStorage.removeItem(PLACE);
    new BroadcastChannel("visits-signed-out").postMessage("");
  };
  const leave = (ended) => {
    dropKey();
    localStorage.removeItem("visits-last");
    if (ended) localStorage.setItem(ENDED, ended);
  };
  if (out && sitting && localStorage.getItem(ENDED) === sitting) {
    document.body.hidden = true;
    out.submit();
    return;
  }
  if (document.querySelector("[data-signed-out]")) dropKey();
  document.addEventListener("submit", ({ target }) => { if (target === out) leave(sitting); });
  document.querySelector("[data-lock]")?.addEventListener("click", () => {
    leave(JSON.parse(sessionStorage.getItem(PLACE) || "{}").sitting);
    location.reload();
  });
})();
