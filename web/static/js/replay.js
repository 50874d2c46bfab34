// Says where the slider is while it moves. The page works without this file.
(() => {
  const slider = document.querySelector("#f-at");
  const said = document.querySelector("[data-at]");
  if (slider && said) slider.addEventListener("input", () => { said.textContent = slider.value; });
})();
