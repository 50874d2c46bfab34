// Reads an easy page aloud, by a voice that is on the device: no word is sent to anybody.
// Where there is no such voice for the page's language, there is no button.
(() => {
  const button = document.querySelector("[data-aloud]"), speech = window.speechSynthesis;
  if (!button || !speech) return;
  const code = document.documentElement.lang.slice(0, 2);
  const voice = () => speech.getVoices().find((each) => each.localService && each.lang.slice(0, 2) === code);
  const offer = () => { button.parentElement.hidden = !voice(); };
  const stop = () => { speech.cancel(); button.textContent = button.dataset.words; button.removeAttribute("aria-pressed"); };
  const read = () => {
    const parts = [...document.querySelectorAll("main h1, main h2, main legend, main .ideas li, main .choice, main .pick, main p:not(.aloud)")];
    const shown = parts.filter((each) => each.offsetParent && each.innerText.trim());
    for (const part of shown) {
      const said = new SpeechSynthesisUtterance(part.innerText);
      said.voice = voice(); said.lang = said.voice.lang; said.rate = 0.9;
      if (part === shown.at(-1)) said.onend = stop;
      speech.speak(said);
    }
    button.textContent = button.dataset.stop;
    button.setAttribute("aria-pressed", "true");
  };
  button.addEventListener("click", () => (speech.speaking ? stop() : read()));
  speech.addEventListener("voiceschanged", offer);
  addEventListener("pagehide", stop);
  addEventListener("hashchange", stop);
  offer();
})();
