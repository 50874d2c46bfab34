// Whoever signs out, or is asked to sign in, leaves no key to what they kept on this tablet.
(() => {
  const leave = () => {
    document.documentElement.dataset.leaving = ""; // this page goes on by itself, others close
    sessionStorage.removeItem("visits-session");
    new BroadcastChannel("visits-signed-out").postMessage("");
  };
  if (document.querySelector("[data-signed-out]")) leave();
  document.addEventListener("submit", (event) => { if (event.target.action.endsWith("/sign-out")) leave(); });
})();
