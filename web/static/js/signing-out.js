// Whoever signs out, or is asked to sign in, leaves no key to what they kept on this tablet.
(() => {
  const leave = () => {
    sessionStorage.removeItem("visits-session");
    new BroadcastChannel("visits-signed-out").postMessage("");
  };
  if (document.querySelector("[data-signed-out]")) leave();
  document.addEventListener("submit", (event) => { if (event.target.action.endsWith("/sign-out")) leave(); });
})();
